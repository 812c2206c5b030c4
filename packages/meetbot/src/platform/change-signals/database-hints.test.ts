import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { openStore } from "../../store/open-store.ts";
import { keyRing, openTestStore } from "../../store/store.fixture.ts";
import type { Store } from "../../store/store.ts";

const soonMs = 60_000;

const ref = (conversationId: string): ConversationRef => ({ botId: "bot_1", conversationId });

/** Resolves with all that was heard once the awaited hint is among it. */
function heardUntil({ hints }: Store, awaited: string): Promise<string[]> {
  return new Promise((resolve) => {
    const heard: string[] = [];
    hints.listen(({ conversationId }) => {
      heard.push(conversationId);
      if (conversationId === awaited) resolve(heard);
    });
  });
}

test("a hint reaches its own node at once, and other nodes soon", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const other = await openAgain();
  const own: string[] = [];
  store.hints.listen(({ conversationId }) => own.push(conversationId));
  const elsewhere = heardUntil(other, "two");

  store.hints.give(ref("one"));
  store.hints.give(ref("one"));
  store.hints.give(ref("two"));
  await Promise.resolve();

  assert.deepEqual(own, ["one", "one", "two"]);
  assert.deepEqual(await elsewhere, ["one", "two"]);
});

test("a node does not hear its own hints a second time", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const other = await openAgain();
  const own = heardUntil(store, "answer");
  other.hints.listen(({ conversationId }) => {
    if (conversationId === "question") other.hints.give(ref("answer"));
  });
  store.hints.give(ref("question"));
  assert.deepEqual(await own, ["question", "answer"]);
});

test("what a node told last before it stopped is heard by other nodes", async (t) => {
  const { url, store, openAgain } = await openTestStore(t);
  const heard = heardUntil(await openAgain(), "after");
  const leaving = await openStore({ connection: url, keyRing });
  leaving.hints.give(ref("last"));
  await leaving.close();
  store.hints.give(ref("after"));
  assert.deepEqual(await heard, ["last", "after"]);
});

test("whoever stopped listening hears nothing more", async (t) => {
  const { store } = await openTestStore(t);
  const heard: string[] = [];
  const stop = store.hints.listen(({ conversationId }) => heard.push(conversationId));
  stop();
  store.hints.give(ref("one"));
  await Promise.resolve();
  assert.deepEqual(heard, []);
});

test("a node whose connections were cut answers and hears hints again", async (t) => {
  const cut = Promise.withResolvers<void>();
  const { store, openAgain, run } = await openTestStore(t);
  const other = await openAgain({ log: { warn: () => cut.resolve() } });
  await other.ping();
  await run(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await cut.promise;

  // One connection after the other hears that it was cut, and who asks over one at that moment fails with it.
  await eventually(soonMs, () => other.ping());
  const elsewhere = heardUntil(other, "back");
  const giving = setInterval(() => store.hints.give(ref("back")), 20);
  t.after(() => clearInterval(giving));
  assert.ok((await elsewhere).includes("back"));
});
