import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { textEvent } from "../../../store/store.fixture.ts";
import { openNews } from "./judge-news.fixture.ts";

/** News in hand, which no way took. */
async function startHolding(t: TestContext) {
  const news = await openNews(t);
  const ref = await news.follow();
  const number = news.fresh("HELD");
  const lease = (await news.push({ status: "delivered", atH: 0 }, number))[0]!;
  const by = { status: "delivered", number, outside: true } as const;
  assert.equal((await news.judge(lease, by)).verdict, "told");
  return { ...news, ...news.store, ref, lease, by };
}

test("what no way took waits for the customer's visit, and is told then", async (t) => {
  const { pushes, ref, lease, by, judge } = await startHolding(t);
  await pushes.end(lease, { state: "held", because: "window_closed" });
  assert.equal(await pushes.take([]), null);
  await pushes.releaseDue();
  assert.equal(await pushes.take([]), null, "nobody was there");
  assert.equal(await pushes.releaseHeld(ref), 1);
  const taken = await pushes.take([]);
  assert.equal(taken?.isOpen, true);
  assert.equal((await judge(taken!, { ...by, outside: false })).verdict, "told");
  assert.equal(await pushes.releaseHeld(ref), 0);
  assert.equal(await pushes.take([]), null);
});

test("who came while other ways were tried is told, whatever these ways said", async (t) => {
  for (const because of ["window_closed", "no_template", "gone"] as const) {
    const { pushes, ref, lease } = await startHolding(t);
    assert.equal(await pushes.releaseHeld(ref), 0, "it is not held yet");
    await pushes.end(lease, { state: "held", because });
    await pushes.signalOpenChats(() => false);
    assert.equal(await pushes.take([]), null);
    await pushes.signalOpenChats(({ conversationId }) => conversationId === ref.conversationId);
    assert.equal((await pushes.take([]))?.pushId, lease.pushId, because);
  }
});

test("whoever writes has what was held told, on a platform too", async (t) => {
  const { pushes, mailbox, ref, lease } = await startHolding(t);
  await pushes.end(lease, { state: "held", because: "window_closed" });
  await mailbox.enqueue(ref, textEvent("I am back"));
  await pushes.releaseDue();
  assert.equal((await pushes.take([]))?.pushId, lease.pushId);
});

test("what is no news any more is not held any longer", async (t) => {
  const { pushes, run, lease } = await startHolding(t);
  await pushes.end(lease, { state: "held", because: "window_closed" });
  await run("update notifications set expires_at = now()");
  await pushes.releaseDue();
  const [row] = await run("select state, because, due_at from notifications");
  assert.deepEqual(row, { state: "expired", because: "expired", due_at: null });
});

test("what a node had judged when it died is judged as its own again, and told", async (t) => {
  const { pushes, run, lease, by, judge } = await startHolding(t);
  await run("update notifications set due_at = now()");
  const taken = await pushes.take([]);
  assert.equal(taken?.state, "queued");
  assert.equal((await judge(taken!, by)).verdict, "told");
  assert.equal(
    await pushes.end(lease, { state: "sent", way: "email" }),
    false,
    "it comes too late",
  );
  assert.equal(await pushes.end(taken!, { state: "sent", way: "email" }), true);
  assert.equal(await pushes.take([]), null);
});
