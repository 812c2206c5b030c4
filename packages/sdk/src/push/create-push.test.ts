import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { type PushDoorServer, startPushDoor } from "../../test/push-door.ts";
import { createPush, type PushOptions, SigningSecretError, WebhookUrlError } from "../index.ts";

const pushSecret = newSecret();
const order = {
  order_number: "MB7K2Q9XW4TP",
  currency: "USD",
  timestamp: "1767225600",
  status: "paid",
  summary: { total_cost: 50 },
  elements: [],
};
const moved = {
  to: { orderNumber: "MB7K2Q9XW4TP" },
  packageNumber: "MB7K2Q9XW4TP-1",
  status: "out_for_delivery",
  occurredAt: new Date("2026-01-05T06:00:00.250Z"),
};

let door: PushDoorServer;
let slept: number[];
let nowMs: number;

before(async () => {
  door = await startPushDoor(pushSecret);
});
after(() => door[Symbol.asyncDispose]());
beforeEach(() => {
  slept = [];
  nowMs = Date.now();
  door.knocks.length = 0;
  door.pushes.clear();
});

/** A client whose clock goes on only while it waits. */
function clientWith(options: Partial<PushOptions> = {}) {
  const sleep = async (ms: number) => {
    slept.push(ms);
    nowMs += ms;
  };
  return createPush({
    url: door.url,
    botId: "bot_1",
    pushSecret,
    now: () => nowMs,
    sleep,
    ...options,
  });
}

test("an order, its change and its package arrive as the shop told them", async () => {
  const push = clientWith();
  const placed = await push.orderPlaced({ to: { account: "chris@example.com" }, order });
  const changed = await push.orderChanged({
    to: { account: "chris@example.com" },
    orderNumber: order.order_number,
    status: "refunded",
    statusText: "To your card",
  });
  const parcel = await push.packageChanged({ ...moved, expiresAt: nowMs + 3_600_000 });
  for (const result of [placed, changed, parcel]) {
    assert.deepEqual(result, {
      ok: true,
      id: result.ok && result.id,
      recipients: 1,
      repeated: false,
    });
  }
  const [first, second, third] = [...door.pushes.values()];
  assert.ok(first?.method === "order.placed" && second?.method === "order.changed");
  assert.deepEqual(first.order, order);
  assert.deepEqual(first.recipient, { account: "chris@example.com" });
  assert.deepEqual([second.status, second.statusText], ["refunded", "To your card"]);
  assert.ok(third?.method === "package.changed");
  assert.equal(third.occurredAt, Number(moved.occurredAt));
  assert.equal(third.expiresAt, nowMs + 3_600_000);
});

test("a job that runs twice pushes once, and an id of the shop's own is kept", async () => {
  const push = clientWith();
  const first = await push.packageChanged(moved);
  const again = await push.packageChanged(moved);
  const later = await push.packageChanged({ ...moved, status: "delivered" });
  const own = await push.packageChanged({ ...moved, id: "event-17" });
  const words = await push.packageChanged({ ...moved, statusText: "On its way" });
  assert.ok(first.ok && again.ok && later.ok && own.ok && words.ok);
  assert.deepEqual([again.id, words.id], [first.id, first.id]);
  const repeated = [first, again, later, words].map((one) => one.repeated);
  assert.deepEqual(repeated, [false, true, false, true]);
  assert.equal(own.id, "event-17");
  assert.equal(door.pushes.size, 3);
});

test("a push is signed by Standard Webhooks alone, with its own id", async () => {
  const result = await clientWith().test();
  assert.ok(result.ok && result.recipients === 0);
  const { id, headers } = door.knocks[0]!;
  assert.equal(id, result.id);
  assert.equal(headers["x-hub-signature"], undefined);
  const stranger = await clientWith({ pushSecret: newSecret() }).test();
  assert.ok(!stranger.ok);
  assert.deepEqual([stranger.retry, stranger.code], [false, 10002]);
  assert.equal(door.knocks.length, 2);
});

test("tries again after 1, 4, 16 and 64 seconds, with the same id and a time of its own", async () => {
  door.troubles.push({ status: 503 }, "cut", { status: 500 }, { status: 429 });
  const startS = Math.floor(nowMs / 1000);
  const result = await clientWith().packageChanged(moved);
  assert.ok(result.ok);
  assert.deepEqual(slept, [1_000, 4_000, 16_000, 64_000]);
  assert.deepEqual(new Set(door.knocks.map(({ id }) => id)), new Set([result.id]));
  assert.deepEqual(
    door.knocks.map(({ timestamp }) => Number(timestamp) - startS),
    [0, 1, 5, 21, 85],
  );
});

test("gives up after five attempts, and says that it may be sent again", async () => {
  door.troubles.push(...Array(5).fill({ status: 503 }));
  const result = await clientWith().packageChanged(moved);
  assert.ok(!result.ok);
  assert.deepEqual([result.retry, result.code, slept.length], [true, 503, 4]);
});

test("waits as long as Retry-After asks, and gives up where that is too long", async () => {
  door.troubles.push({ status: 429, retryAfter: "30" });
  assert.ok((await clientWith().packageChanged(moved)).ok);
  assert.deepEqual(slept, [30_000]);
  door.troubles.push({ status: 429, retryAfter: "3600" });
  const result = await clientWith().packageChanged(moved);
  assert.deepEqual([result.ok, "retry" in result && result.retry], [false, true]);
  assert.deepEqual(slept, [30_000]);
});

test("what is wrong for good is not tried again", async () => {
  const push = clientWith();
  await push.packageChanged({ ...moved, id: "event-17" });
  const other = await push.packageChanged({ ...moved, id: "event-17", statusText: "other" });
  const nobody = await push.packageChanged({ ...moved, to: { account: "" }, status: "x" });
  const late = await push.packageChanged({ ...moved, occurredAt: nowMs + 3_600_000 });
  const elsewhere = await clientWith({ botId: "bot_2" }).packageChanged(moved);
  const found = [other, nobody, late, elsewhere].map((one) => !one.ok && [one.retry, one.code]);
  assert.deepEqual(found, [
    [false, 10011],
    [false, 10007],
    [false, 10101],
    [false, 10006],
  ]);
  assert.deepEqual(slept, []);
});

test("a page that is not Meetbot's is no success", async () => {
  const page = async () => new Response("<html>", { status: 200 });
  const result = await clientWith({ fetch: page }).packageChanged(moved);
  assert.ok(!result.ok && !result.retry);
  assert.match(result.message, /Check url/);
});

test("a signal ends the waiting", async () => {
  door.troubles.push({ status: 503 });
  const ending = new AbortController();
  const sleep = async () => ending.abort();
  const call = { signal: ending.signal };
  const result = await clientWith({ sleep }).packageChanged(moved, call);
  assert.ok(!result.ok);
  assert.deepEqual([result.retry, result.code, door.knocks.length], [true, "aborted", 1]);
});

test("of a batch each push has its own result, and only what may be is sent again", async () => {
  const full = clientWith({
    sleep: async () => {
      door.full.clear();
    },
  });
  const news = ["a", "b", "c"].map((id) => ({
    ...moved,
    method: "package.changed" as const,
    id,
    ...(id === "b" && { to: { account: "" } }),
  }));
  door.full.add("c");
  const results = await full.batch(news);
  assert.deepEqual(
    results.map((one) => (one.ok ? one.id : one.code)),
    ["a", 10007, "c"],
  );
  assert.deepEqual(
    door.knocks.map(({ body }) => JSON.parse(body).pushes?.length ?? 1),
    [3, 1],
  );
});

test("a batch travels a hundred at a time, and no megabyte at once", async () => {
  const news = Array.from({ length: 250 }, (_, place) => ({
    ...moved,
    method: "package.changed" as const,
    id: `n${place}`,
    statusText: "x".repeat(place < 100 ? 1 : 20_000),
  }));
  const results = await clientWith().batch(news);
  assert.ok(results.every((one, place) => one.ok && one.id === `n${place}`));
  assert.ok(door.knocks.length > 3);
  assert.ok(door.knocks.every(({ body }) => Buffer.byteLength(body) <= 1024 * 1024));
  assert.equal(JSON.parse(door.knocks[0]!.body).pushes.length, 100);
});

test("a push is read back, with a state and a reason for each who is told", async () => {
  const push = clientWith();
  const told = await push.packageChanged(moved);
  assert.ok(told.ok);
  assert.deepEqual(await push.status(told.id), {
    ok: true,
    id: told.id,
    recipients: [
      { channel: "web_chat", state: "sent", at: 1_793_507_200_000 },
      { channel: "messenger", state: "skipped", because: "window_closed", at: 1_793_507_200_000 },
    ],
  });
  const unknown = await push.status("never");
  assert.ok(!unknown.ok && unknown.code === 10006);
});

test("a secret or an address that cannot be right is refused at start", () => {
  assert.throws(() => clientWith({ pushSecret: "" }), SigningSecretError);
  assert.throws(() => clientWith({ url: "chat.example.com" }), WebhookUrlError);
});

test("a variable that is not set is refused at start", () => {
  assert.throws(() => clientWith({ pushSecret: undefined }), /variable is not set/);
  assert.throws(() => clientWith({ url: undefined }), /url is missing/);
  assert.throws(() => clientWith({ botId: undefined }), /bot id is missing/);
});

test("an order that is placed travels with its time in seconds, whatever the shop keeps", async () => {
  const timestamp = new Date(1_767_225_600_000);
  const order = { ...{ order_number: "A-1", currency: "USD", status: "paid" }, elements: [] };
  const told = { ...order, timestamp, summary: { total_cost: 1 } };
  const before = door.knocks.length;
  await clientWith().orderPlaced({ to: { account: "chris@example.com" }, order: told });
  const { params } = JSON.parse(door.knocks[before]!.body);
  assert.equal(params.order.timestamp, "1767225600");
});
