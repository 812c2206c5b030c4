import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { maxPushBatchBytes, maxPushBytes, newSecret, signRequest } from "@meetbot/protocol";
import { Hono } from "hono";
import { bot } from "../../../store/store.fixture.ts";
import { openNews } from "../store/judge-news.fixture.ts";
import { orderNumber, packagePush, startPushingShop } from "./push.fixture.ts";
import { createPushDoor } from "./push-api.ts";

const batchLength = 100;
const flood = 5_000;
const maxWaiting = 2_000;
const perSecond = 20;

/** A door whose clock is the test's, before a database in which one conversation follows the order. */
async function openDoor(t: Parameters<typeof openNews>[0]) {
  const { store, run, follow } = await openNews(t);
  await follow();
  const secret = newSecret();
  let now = Date.now();
  const door = createPushDoor(
    {
      ...{ pushes: store.pushes, trackedOrders: store.trackedOrders },
      ...{ recordUsage() {}, onPush() {}, wake() {}, now: () => now },
      secretsOf: async (botId) => (botId === bot.id ? [secret] : []),
      ...{ isBot: async () => true, originBotsOf: async () => [], addressOf: () => "192.0.2.1" },
      log: { warn() {} },
    },
    { strangerOf: () => ({ source: "192.0.2.1" }) as never, onTurnedAway() {} },
  );
  const app = new Hono().post("/push/:bot_id", door.push);
  const send = (pushes: object[]) => post(JSON.stringify({ pushes }));
  const post = async (body: string) => {
    const timestampS = Math.floor(Date.now() / 1_000);
    const headers = signRequest({ body, secret, id: "flood", timestampS });
    return app.request(`/push/${bot.id}`, { method: "POST", headers, body });
  };
  const wait = (ms: number) => {
    now += ms;
  };
  return { run, send, post, wait, nowMs: () => now };
}

interface Answer {
  success: boolean;
  id: string;
  recipients?: number;
  error?: { code: number };
}

test("5,000 pushes at once come at the pace they may, the queue has an end, and nothing taken is lost", async (t) => {
  const { run, send, wait, nowMs } = await openDoor(t);
  const startedAt = nowMs();
  let left = Array.from({ length: flood }, (_, nth) => `push_${nth}`);
  let fullAnswers = 0;
  let rounds = 0;
  while (left.length > 0) {
    rounds += 1;
    assert(rounds < 1_000, `${left.length} are never taken`);
    const batch = left.slice(0, batchLength);
    const response = await send(batch.map((id) => packagePush(id, "delivered")));
    if (response.status === 429) {
      const afterS = Number(response.headers.get("retry-after"));
      assert(afterS >= 1 && afterS <= batchLength / perSecond, `${afterS}`);
      wait(afterS * 1_000);
      continue;
    }
    assert.equal(response.status, 202);
    const { pushes } = (await response.json()) as { pushes: Answer[] };
    assert.deepEqual(
      pushes.map(({ id }) => id),
      batch,
    );
    const refused = pushes.filter(({ success }) => !success);
    for (const { error } of refused) assert.equal(error?.code, 10_000);
    fullAnswers += refused.length;
    left = [...refused.map(({ id }) => id), ...left.slice(batch.length)];
    if (refused.length === 0) continue;
    const [{ waiting }] = (await run(
      "select count(*)::integer as waiting from notifications where due_at is not null",
    )) as [{ waiting: number }];
    assert.equal(waiting, maxWaiting);
    // Meanwhile the waiting notifications are sent.
    await run("update notifications set state = 'sent', due_at = null where due_at is not null");
  }
  assert(fullAnswers > 0, "the queue was never full");
  assert(nowMs() - startedAt >= ((flood - batchLength) / perSecond) * 1_000, "it was too fast");
  const [counted] = await run(`
    select (select count(*)::integer from pushes) as pushes,
      (select count(*)::integer from notifications) as notifications`);
  assert.deepEqual(counted, { pushes: flood, notifications: flood });
});

test("of who may push nothing at the moment nothing is read, and what cannot be read counts", async (t) => {
  const { send, post, wait } = await openDoor(t);
  const batch = Array.from({ length: batchLength }, (_, nth) =>
    packagePush(`push_${nth}`, "delivered"),
  );
  const none = "{";
  assert.equal((await post(none)).status, 400);
  assert.equal((await send(batch)).status, 429, "one of them was taken already");
  wait(1_000);
  assert.equal((await send(batch)).status, 202);
  assert.equal((await post(none)).status, 429);
  wait(60_000);
  // As many bytes as the largest pushes have that may come at once, however many pushes that is.
  const large = "x".repeat(maxPushBatchBytes);
  const mayCome = Math.floor((batchLength * maxPushBytes) / maxPushBatchBytes);
  for (let nth = 0; nth < mayCome; nth += 1) assert.equal((await post(large)).status, 400);
  const refused = await post(large);
  assert.equal(refused.status, 429);
  wait(Number(refused.headers.get("retry-after")) * 1_000);
  assert.equal((await post(large)).status, 400);
});

test("what is forged, another bot's, replayed, of unknown numbers or too large", async (t) => {
  const { send, server, bot: own, pushSecret } = await startPushingShop(t);
  const stored = async () =>
    (await server.run("select count(*)::integer as stored from pushes"))[0]?.stored;
  const other = { id: "bot_other", name: "Other", pageId: "2", endpoint: own.endpoint };
  const otherSecret = newSecret();
  await server.store.bots.create(newBot(other).bot, {
    ...{ signingSecret: newSecret(), identitySecret: newSecret(), pushSecret: otherSecret },
  });
  const secrets = await server.store.bots.secretsOf(own.id);
  const body = JSON.stringify(packagePush("push_1", "delivered"));
  const forged = [newSecret(), otherSecret, ...(secrets?.signingSecrets ?? [])];
  assert.equal(forged.length, 3);
  for (const secret of forged) assert.equal((await send(body, secret)).status, 401);
  assert.equal(await stored(), 0);

  // The very same bytes, headers and all.
  const timestampS = Math.floor(Date.now() / 1_000);
  const headers = signRequest({ body, secret: pushSecret, id: "push_1", timestampS });
  const replay = async () => {
    const response = await fetch(`${server.url}/push/${own.id}`, { method: "POST", headers, body });
    return [response.status, ((await response.json()) as { repeated?: true }).repeated];
  };
  assert.deepEqual(await replay(), [202, undefined]);
  assert.deepEqual(await replay(), [202, true]);
  const changed = await fetch(`${server.url}/push/${own.id}`, {
    ...{ method: "POST", headers, body: body.replace("delivered", "returned") },
  });
  assert.equal(changed.status, 401);
  assert.equal(await stored(), 1);

  const unknown = JSON.stringify(packagePush("push_2", "delivered")).replaceAll(
    orderNumber,
    "NONE9",
  );
  const taken = await send(unknown);
  assert.deepEqual([taken.status, ((await taken.json()) as Answer).recipients], [202, 0]);

  const batch = (length: number) =>
    JSON.stringify({
      pushes: Array.from({ length }, (_, nth) => packagePush(`batch_${nth}`, "delivered")),
    });
  const before = await stored();
  assert.equal((await send(batch(101))).status, 400);
  const { length } = JSON.stringify({ x: "" });
  const filled = (bytes: number) => JSON.stringify({ x: "a".repeat(bytes - length) });
  assert.equal((await send(filled(2 ** 20))).status, 413);
  assert.equal((await send(filled(2 ** 20 + 1))).status, 413);
  assert.equal((await send(filled(2 ** 16 + 1))).status, 413);
  assert.equal(await stored(), before);
  assert.equal((await send(JSON.stringify({ pushes: [] }))).status, 400);
});
