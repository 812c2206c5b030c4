import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeliveryFilter } from "@meetbot/model/log/delivery-log.ts";
import { delivery, openTestStore } from "../store.fixture.ts";
import type { Store } from "../store.ts";
import {
  botId,
  conversationAsking,
  deliveryWith,
  goOn,
  readAll,
  top,
  withStatus,
} from "./log.fixture.ts";

const at = (ms: number) => delivery.startedAt + ms;

/** Five deliveries of two conversations, `a` the oldest. */
async function openLog(t: Parameters<typeof openTestStore>[0]) {
  const opened = await openTestStore(t);
  const { store } = opened;
  await conversationAsking(store, "one", [
    { id: "a", startedAt: at(0) },
    { id: "b", startedAt: at(1), outcome: "user_not_found" },
    { id: "c", startedAt: at(2), outcome: "timeout", exchanges: [], durationMs: 8000.4 },
  ]);
  await conversationAsking(store, "two", [
    { id: "d", startedAt: at(3), outcome: "http_status", method: "packages", ...withStatus(503) },
    { id: "e", startedAt: at(3) },
  ]);
  const ids = async (filter: DeliveryFilter) =>
    (await store.deliveryLog.list(botId, filter, top)).rows.map(({ id }) => id).join("");
  return { ...opened, ids };
}

test("deliveries are listed newest first, with what is plain of them", async (t) => {
  const { store, ids } = await openLog(t);
  assert.equal(await ids({}), "edcba");
  const { rows, next } = await store.deliveryLog.list(botId, { conversationId: "one" }, top);
  assert.equal(next, null);
  assert.deepEqual(rows[0], {
    id: "c",
    conversationId: "one",
    method: "orders",
    outcome: "timeout",
    httpStatus: null,
    startedAt: new Date(at(2)),
    durationMs: 8000,
    exchanges: 0,
    secretFingerprint: null,
    seq: 1,
    replayOf: null,
    askedBy: null,
  });
  assert.deepEqual((await store.deliveryLog.list("another", {}, top)).rows, []);
  assert.deepEqual((await store.deliveryLog.list("\0", {}, top)).rows, []);
});

test("each filter lets through what it says", async (t) => {
  const { ids } = await openLog(t);
  assert.equal(await ids({ method: "packages" }), "d");
  assert.equal(await ids({ outcomes: ["answered"] }), "ea");
  assert.equal(await ids({ outcomes: ["timeout", "http_status"] }), "dc");
  assert.equal(await ids({ outcomes: ["timeout", "answered"] }), "eca");
  assert.equal(await ids({ httpStatus: [500, 600] }), "d");
  assert.equal(await ids({ httpStatus: [200, 201] }), "eba");
  assert.equal(await ids({ conversationId: "two" }), "ed");
  assert.equal(await ids({ from: new Date(at(1)), until: new Date(at(3)) }), "cb");
  assert.equal(await ids({ minDurationMs: 8000 }), "c");
  assert.equal(await ids({ minDurationMs: 8001 }), "");
  assert.equal(await ids({ replaysOnly: true }), "");
});

test("pages hold each delivery once, also where several began in one millisecond", async (t) => {
  const { store } = await openTestStore(t);
  const names = Array.from({ length: 11 }, (_, n) => `d${n}`);
  await conversationAsking(
    store,
    "one",
    names.map((id, n) => ({ id, startedAt: at(Math.floor(n / 5)) })),
  );
  const pages = await readAll((page) => store.deliveryLog.list(botId, {}, page), 3);
  assert.deepEqual(
    pages.map((rows) => rows.length),
    [3, 3, 3, 2],
  );
  assert.deepEqual(new Set(pages.flat().map(({ id }) => id)), new Set(names));
});

test("a delivery is found with all that was recorded, and no other bot's", async (t) => {
  const { store } = await openLog(t);
  const found = await store.deliveryLog.find(botId, "d");
  assert.equal(found?.logged.conversationId, "two");
  assert.equal(found?.delivery.exchanges[0]?.httpStatus, 503);
  assert.deepEqual(found?.replays, []);
  assert.equal(await store.deliveryLog.find("another", "d"), null);
  assert.equal(await store.deliveryLog.find(botId, "nothing"), null);
  assert.equal(await store.deliveryLog.find(botId, "\0"), null);
});

test("deliveries are read opened, in the order of the list", async (t) => {
  const { store } = await openLog(t);
  const { rows, next } = await store.deliveryLog.read(botId, {}, { limit: 2, below: null });
  assert.deepEqual(
    rows.map(({ logged, delivery }) => [logged.id, delivery.id, delivery.method]),
    [
      ["e", "e", "orders"],
      ["d", "d", "packages"],
    ],
  );
  const rest = await store.deliveryLog.read(botId, {}, { limit: 9, below: next });
  assert.equal(rest.rows.map(({ logged }) => logged.id).join(""), "cba");
});

test("the secret of the last exchange is listed, and how many there were", async (t) => {
  const { store } = await openTestStore(t);
  const [exchange] = delivery.exchanges;
  const exchanges = ["11111111", "22222222"].map((secretFingerprint) => ({
    ...exchange!,
    secretFingerprint,
  }));
  await conversationAsking(store, "one", [{ exchanges }]);
  const { rows } = await store.deliveryLog.list(botId, {}, top);
  assert.equal(rows[0]?.exchanges, 2);
  assert.equal(rows[0]?.secretFingerprint, "22222222");
});

test("what was asked after a turn stands beside the turn's own, and nowhere once that is deleted", async (t) => {
  const { store, ids } = await openLog(t);
  const ref = { botId, conversationId: "one" };
  const late = deliveryWith({ id: "late", startedAt: at(10) });
  await store.deliveryLog.add(ref, 1, late);
  const found = await store.deliveryLog.find(botId, "late");
  assert.deepEqual(found?.delivery, late);
  assert.equal(found?.logged.seq, 1);
  assert.match(await ids({ conversationId: "one" }), /^late/);
  await store.deliveryLog.add({ botId, conversationId: "nowhere" }, 1, late);
  assert.equal((await ids({})).match(/late/g)?.length, 1);
});

const replay = (id: string) =>
  deliveryWith({ id, startedAt: at(10), outcome: "order_not_found", durationMs: 5 });

test("a replay stands beside the delivery it repeats, and a replay of it too", async (t) => {
  const { store, ids } = await openLog(t);
  const log = store.deliveryLog.as("Robin");
  const added = await log.addReplay(botId, "b", replay("r1"));
  assert.equal(added?.replayOf, "b");
  assert.equal(added?.conversationId, "one");
  assert.equal(added?.seq, null);
  assert.equal((await log.addReplay(botId, "r1", replay("r2")))?.replayOf, "b");

  assert.equal(await ids({ replaysOnly: true }), "r2r1");
  const found = await log.find(botId, "b");
  assert.deepEqual(
    found?.replays.map(({ id }) => id),
    ["r2", "r1"],
  );
  assert.deepEqual((await log.find(botId, "r2"))?.delivery, replay("r2"));
  const [entry] = await store.bots.auditOf(botId, 1);
  assert.deepEqual(
    [entry?.actor, entry?.action, entry?.detail],
    ["Robin", "delivery_replayed", { delivery: "b", replay: "r2" }],
  );
});

test("a replay says nothing in its conversation", async (t) => {
  const { store, run } = await openLog(t);
  const everything =
    "select to_jsonb(c), (select jsonb_agg(m) from messages m) from conversations c";
  const before = await run(everything);
  await store.deliveryLog.addReplay(botId, "b", replay("r1"));
  assert.deepEqual(await run(everything), before);
});

test("a replay of what is gone meanwhile is not stored", async (t) => {
  const { store, ids } = await openLog(t);
  const ref = { botId, conversationId: "one" };
  await store.conversationLog.delete(ref);
  assert.equal(await store.deliveryLog.addReplay(botId, "b", replay("r1")), null);
  assert.equal(await store.deliveryLog.addReplay("another", "d", replay("r1")), null);
  assert.equal(await ids({}), "ed");
});

test("who looked at a delivery as it is stands in the audit", async (t) => {
  const { store } = await openLog(t);
  const log = store.deliveryLog.as("Robin");
  assert.equal(await log.recordRevealed(botId, "a"), true);
  assert.equal(await log.recordRevealed(botId, "nothing"), false);
  assert.equal(await log.recordRevealed("another", "a"), false);
  await log.recordExported(botId, { masked: true });
  const entries = (await store.bots.auditOf(botId, 3)).map(({ at, ...entry }) => entry);
  assert.deepEqual(entries.slice(0, 2), [
    { actor: "Robin", action: "deliveries_exported", detail: { masked: true } },
    { actor: "Robin", action: "delivery_revealed", detail: { delivery: "a" } },
  ]);
  assert.equal(entries[2]?.action, "bot_created");
});

/** Returns the next batch's ids. */
async function nextIds(batches: AsyncIterator<{ id: string }[]>): Promise<string[]> {
  const { value } = await batches.next();
  return (value ?? []).map(({ id }: { id: string }) => id);
}

async function follow(store: Store, filter: DeliveryFilter, t: { after(end: () => void): void }) {
  const end = new AbortController();
  t.after(() => end.abort());
  const batches = store.deliveryLog.follow(botId, filter, end.signal)[Symbol.asyncIterator]();
  assert.deepEqual(await nextIds(batches), []);
  return { batches, end };
}

test("what another node stores is followed, each delivery once", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const other = await openAgain();
  const now = Date.now();
  const ref = await conversationAsking(store, "one", [{ id: "old", startedAt: now }]);
  const { batches } = await follow(store, {}, t);

  await goOn(other, ref, "second", { deliveries: [deliveryWith({ id: "b", startedAt: now })] });
  other.hints.give(ref);
  assert.deepEqual(await nextIds(batches), ["b"]);
  // It started before the last reported delivery, and its turn took longer.
  const late = [deliveryWith({ id: "a", startedAt: now - 60_000 })];
  await goOn(other, ref, "third", { deliveries: late });
  other.hints.give(ref);
  assert.deepEqual(await nextIds(batches), ["a"]);
});

test("what no hint tells of is followed too", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await conversationAsking(store, "one", []);
  const { batches } = await follow(store, { outcomes: ["timeout"] }, t);
  const startedAt = Date.now();
  const deliveries = [
    deliveryWith({ id: "fine", startedAt }),
    deliveryWith({ id: "failed", startedAt, outcome: "timeout" }),
  ];
  await goOn(store, ref, "second", { deliveries });
  assert.deepEqual(await nextIds(batches), ["failed"]);
});

test("following ends when it is to, though nothing comes", async (t) => {
  const { store } = await openTestStore(t);
  const { batches, end } = await follow(store, {}, t);
  const next = batches.next();
  end.abort();
  assert.equal((await next).done, true);
});
