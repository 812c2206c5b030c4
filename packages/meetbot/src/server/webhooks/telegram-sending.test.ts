import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { telegram as channel } from "../../channels/telegram/telegram.ts";
import { linkOn } from "../../operations/channels/connect-link.ts";
import { botId, createCustomer, startTelegram, textOf } from "./telegram.fixture.ts";

const soonMs = 60_000;

test("what Telegram fails to take is sent again, in order and once", async (t) => {
  const { telegram, shopper } = await startTelegram(t);
  const customer = createCustomer(telegram);
  const down = { error: { code: 500, description: "Internal Server Error" } };
  telegram.meetNext(down, {}, { proxySays: 502 });
  await customer.say("hello");
  await customer.say(`show order ${shopper.orders[0]!.order_number}`);
  await customer.say("thank you");
  const [hello, order, thanks] = await customer.reads(3);
  assert.match(textOf(hello!), /^Hello/);
  assert.match(textOf(order!), /^Your order \(Lamp/);
  assert.match(textOf(thanks!), /welcome/i);
});

test("a message whose answer was lost is sent again, before what follows it", async (t) => {
  const { telegram, rests, run } = await startTelegram(t);
  const customer = createCustomer(telegram);
  telegram.meetNext({ breaks: true });
  await customer.say("hello");
  await customer.say("thank you");
  const [first, again, thanks] = await customer.reads(3);
  assert.equal(textOf(again!), textOf(first!));
  assert.match(textOf(thanks!), /welcome/i);
  await rests();
  customer.hasReadAll();
  assert.deepEqual(await run("select distinct status from messages where direction = 'out'"), [
    { status: "sent" },
  ]);
});

test("one who is told too much waits as long as Telegram says, and nobody else does", async (t) => {
  const { telegram, run, state, rests } = await startTelegram(t);
  const [loud, other] = [createCustomer(telegram), createCustomer(telegram)];
  telegram.meetNext({
    error: { code: 429, description: "Too Many Requests: retry after 3600", retryAfterS: 3600 },
  });
  await loud.say("hello");
  await eventually(soonMs, async () =>
    assert.equal(
      (await run("select 1 from outboxes where send_at > now() + interval '59 minutes'")).length,
      1,
    ),
  );
  await other.say("hello");
  await other.reads(1);
  assert.equal((await state())?.pausedUntil, null);
  await run("update outboxes set send_at = now() where send_at is not null");
  await loud.reads(1);
  await rests();
  loud.hasReadAll();
});

test("who writes without end is answered in order, and holds nobody else up", async (t) => {
  const { telegram, rests } = await startTelegram(t);
  const [loud, other] = [createCustomer(telegram), createCustomer(telegram)];
  const saying = Array.from({ length: 40 }, (_, nth) =>
    loud.say(nth % 2 === 0 ? "help" : "thank you"),
  );
  await other.say("hello");
  await other.reads(1);
  await Promise.all(saying);
  await rests();
  const said = loud.received().map(textOf);
  assert.equal(said.length, 40);
  assert(said.every((text, nth) => /welcome/i.test(text) === (nth % 2 === 1)));
});

test("to whoever has blocked the bot nothing is sent, until they let it in again", async (t) => {
  const { telegram, store, rests, run } = await startTelegram(t);
  const customer = createCustomer(telegram);
  await customer.say("hello");
  await customer.reads(1);
  telegram.meetNext({ error: { code: 500, description: "Internal Server Error" } });
  await customer.say("help");
  await eventually(soonMs, async () =>
    assert.equal((await run("select 1 from outboxes where tries = 1")).length, 1),
  );
  await customer.block(true);
  await rests();
  customer.hasReadAll();
  const letters = async () => {
    const page = { limit: 10, below: null };
    const { rows } = await store.channels.deadLetters.list(linkOn(channel, botId), page);
    return rows.map(({ failure, retry }) => `${failure?.class} ${retry}`);
  };
  assert.deepEqual(await letters(), ["gone customer_gone"]);
  await customer.block(false);
  assert.deepEqual(await letters(), ["gone ready"]);
  await customer.say("thank you");
  const [thanks] = await customer.reads(1);
  assert.match(textOf(thanks!), /welcome/i);
});

test("a block that nobody has told of is found out by sending", async (t) => {
  const { telegram, state, rests } = await startTelegram(t);
  const customer = createCustomer(telegram);
  telegram.meetNext({
    error: { code: 403, description: "Forbidden: bot was blocked by the user" },
  });
  await customer.say("hello");
  await rests();
  customer.hasReadAll();
  const told = await state();
  assert.deepEqual([told?.failed, told?.stoppedFor], [1, null]);
});

test("a bot whose token was revoked stops, says why, and goes on once it is connected anew", async (t) => {
  const { telegram, state, run, logged, connect, rests } = await startTelegram(t);
  const customer = createCustomer(telegram);
  telegram.meetNext({ error: { code: 401, description: "Unauthorized" } });
  await customer.say("hello");
  await eventually(soonMs, async () => assert.equal((await state())?.stoppedFor, "auth"));
  assert.equal((await state())?.lastFailure?.code, 401);
  assert.match(logged.join(""), /the bot was stopped: see `meetbot channel telegram status`/);
  await customer.say("thank you");
  await run("update outboxes set send_at = now() where send_at is not null");
  customer.hasReadAll();
  assert.equal((await connect()).outcome, "connected");
  await run("update outboxes set send_at = now() where send_at is not null");
  await customer.reads(2);
  await rests();
  assert.equal((await state())?.stoppedFor, null);
});
