import assert from "node:assert/strict";
import { test } from "node:test";
import { hintPushes } from "@meetbot/model/push/push-log.ts";
import { bot } from "../../../store/store.fixture.ts";
import { openNews } from "../store/judge-news.fixture.ts";
import { createTakeHint } from "./take-hint.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const noHint = { status: null, occurredAt: null };

/** A database in which one conversation follows an order; `resolve` is what is done when the shop was asked. */
async function openHints(t: Parameters<typeof openNews>[0]) {
  const news = await openNews(t);
  const { store, run } = news;
  const { pushes } = store;
  const takeHint = createTakeHint({ pushes, wake() {}, now: Date.now });
  const hint = (trackingNumber: string, said = {}) =>
    takeHint(bot.id, { trackingNumber, ...noHint, ...said });
  const resolve = async (orderNumber: string | null) => {
    const push = (await pushes.claimUnresolved([]))!;
    const { packageNumber } = push.said;
    if (orderNumber === null) await pushes.leaveUnresolved(push, { isAway: false });
    else await pushes.resolveOrder(push, { orderNumber, packageNumber: `${packageNumber}-1` });
    return push;
  };
  const count = async (table: string) =>
    (await run(`select count(*)::integer as kept from ${table}`))[0]?.kept;
  return { ...news, pushes, hint, resolve, count };
}

test("a hint waits in the database until a node has asked the shop, and tells whoever follows its order", async (t) => {
  const { pushes, hint, resolve, follow, count } = await openHints(t);
  assert.equal(await hint("1Z1"), "taken");
  assert.equal(await count("pushes"), 0, "nobody is told of anything");
  await follow();
  await hint("1Z1", { status: "delivered" });
  const { said } = await resolve("PA7K2Q9XW4TP");
  assert.deepEqual([said.packageNumber, said.status, said.hinted], ["1Z1", null, "delivered"]);
  const lease = await pushes.take([]);
  assert.equal(lease?.said.orderNumber, "PA7K2Q9XW4TP");
  assert.equal(lease?.said.packageNumber, "1Z1-1");
});

test("a carrier that floods fills no table: what nobody follows is gone once the shop was asked, and more than 1,000 do not wait", async (t) => {
  const { run, hint, resolve, follow, count } = await openHints(t);
  await follow();
  for (const [nth, orderNumber] of ["OTHER", null].entries()) {
    await hint(`NOBODY${nth}`);
    await resolve(orderNumber);
  }
  assert.equal(await count("pushes"), 0);

  await hint("FIRST");
  await run(
    `insert into pushes (bot_id, push_id, method, body_hash, key_id, sealed, occurred_at, news_until, resolve_at)
     select bot_id, push_id || n, method, body_hash, key_id, sealed, occurred_at, news_until, now()
     from pushes, generate_series(2, ${hintPushes.maxWaiting}) as n`,
  );
  assert.equal(await hint("ONE TOO MANY"), "full");
  assert.equal(await hint("FIRST"), "taken", "it waits already");
  assert.equal(await count("pushes"), hintPushes.maxWaiting);
});

test("hints of one parcel that is followed wait once for each customer, and leave nothing where they told nothing", async (t) => {
  const { pushes, hint, resolve, follow, count } = await openHints(t);
  await follow();
  for (const agoMs of [3, 2, 1]) {
    await hint("1Z1", { occurredAt: Date.now() - agoMs * minuteMs });
    await resolve("PA7K2Q9XW4TP");
  }
  assert.equal(await count("notifications"), 1);
  assert.equal(await count("pushes"), 1);
  const lease = (await pushes.take([]))!;
  await pushes.forgetHint(lease);
  assert.equal(await count("pushes"), 1, "it is in hand");
  await pushes.end(lease, { state: "skipped", because: "repeated" });
  await pushes.forgetHint(lease);
  assert.equal(await count("pushes"), 0);
});

test("a hint is of its own moment, of a while ago where that is none or is to come, and not taken once it is no news", async (t) => {
  const { run, hint, follow } = await openHints(t);
  await follow();
  const now = Date.now() - (Date.now() % minuteMs);
  t.mock.timers.enable({ apis: ["Date"], now });
  await hint("TIMED", { occurredAt: now - hourMs });
  await hint("UNTIMED");
  await hint("EARLY", { occurredAt: now + 8 * hourMs });
  await hint("OLD", { status: "out_for_delivery", occurredAt: now - 13 * hourMs });
  const rows = await run("select occurred_at from pushes order by occurred_at");
  assert.deepEqual(
    rows.map(({ occurred_at: at }) => now - (at as Date).getTime()),
    [hourMs, 10 * minuteMs, 10 * minuteMs],
  );
});
