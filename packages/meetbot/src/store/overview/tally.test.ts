import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Figures } from "@meetbot/model/log/figures.ts";
import { bot } from "../store.fixture.ts";
import { openPast, type Played, quartersAgo } from "./overview.fixture.ts";

const nothing: Figures = {
  conversations: 0,
  withQuestion: 0,
  selfServed: 0,
  handedOver: 0,
  askedAgain: 0,
  leftAfterRefusal: 0,
  thumbsUp: 0,
  thumbsDown: 0,
  topicsAsked: 0,
  topicsAnswered: 0,
  messages: 0,
  utterances: 0,
  notUnderstood: 0,
  otherTopics: 0,
  answered: 0,
  notFound: 0,
  unavailable: 0,
};

const answered: Played = { question: "answered" };
const notFound: Played = { question: "not_found" };
const unavailable: Played = { question: "unavailable", deliveries: [{ outcome: "timeout" }] };
const person: Played = { personAsked: true };
const tapped: Played = { event: { kind: "tap", payload: "menu:help" } };

const eightDays = 8 * 24 * 4;
const all = [quartersAgo(4 * eightDays), quartersAgo(-2)];

async function openWithCounts(t: TestContext) {
  const past = await openPast(t);
  const read = async (bounds = all) => past.store.overview.figures(bot.id, bounds);
  return { ...past, read, total: async () => (await read())[0] };
}

/** Conversations of every kind, begun two hours ago and eight days ago. */
async function holdMany({ hold }: Awaited<ReturnType<typeof openPast>>) {
  for (const at of [quartersAgo(eightDays), quartersAgo(8)]) {
    await hold(at, []); // the window was opened, and nothing said
    await hold(at, [notFound, answered]);
    await hold(at, [{ ...answered, deliveries: [{}, {}, {}] }, person]);
    await hold(at, [unavailable, { unanswered: "not_understood" }]);
    await hold(at, [tapped, { unanswered: "other_topic" }]);
  }
}

const many: Figures = {
  conversations: 8,
  withQuestion: 6,
  selfServed: 2,
  handedOver: 2,
  askedAgain: 0,
  leftAfterRefusal: 0,
  thumbsUp: 0,
  thumbsDown: 0,
  topicsAsked: 0,
  topicsAnswered: 0,
  messages: 16,
  utterances: 14,
  notUnderstood: 2,
  otherTopics: 2,
  answered: 4,
  notFound: 2,
  unavailable: 2,
};

test("what was counted is what was there before, and stays when conversations expire", async (t) => {
  const past = await openWithCounts(t);
  await past.countedUntil(quartersAgo(2 * eightDays));
  await holdMany(past);
  assert.deepEqual(await past.total(), many);

  await past.store.overview.tally();
  assert.deepEqual(await past.total(), many);
  await past.run("update conversations set active_at = created_at");
  // Those of eight days ago, and the window that was opened two hours ago and left.
  assert.equal(await past.store.forgetExpired(), 6);
  await past.store.overview.tally();
  assert.deepEqual(await past.total(), many);

  await past.run("delete from conversations");
  assert.deepEqual(await past.total(), many);
});

test("the parts of a time have what happened in them", async (t) => {
  const { hold, countedUntil, store, read } = await openWithCounts(t);
  await countedUntil(quartersAgo(100));
  await hold(quartersAgo(40), [answered]);
  await hold(quartersAgo(12), [answered, answered]);
  await hold(quartersAgo(0), [answered, answered, answered]);
  const bounds = [41, 40, 39, 13, 12, 1, 0, -1].map(quartersAgo);
  const asked = async () => (await read(bounds)).map((figures) => figures.answered);

  const expected = [0, 1, 0, 0, 2, 0, 3];
  assert.deepEqual(await asked(), expected);
  await store.overview.tally();
  assert.deepEqual(await asked(), expected);
});

test("a customer who is deleted before the counting is not counted", async (t) => {
  const { hold, countedUntil, store, run, total } = await openWithCounts(t);
  await countedUntil(quartersAgo(100));
  const ref = await hold(quartersAgo(8), [answered, person]);
  await run("delete from conversations where conversation_id = $1", [ref.conversationId]);
  assert.deepEqual(await total(), nothing);
  await store.overview.tally();
  assert.deepEqual(await total(), nothing);
});

test("a conversation deleted on its first day is taken out of the conversations", async (t) => {
  const { hold, say, countedUntil, store, run, total } = await openWithCounts(t);
  await countedUntil(quartersAgo(100));
  const ref = await hold(quartersAgo(20), [answered]);
  const other = await hold(quartersAgo(8), [answered]);
  await store.overview.tally();
  await run("delete from conversations where conversation_id = $1", [ref.conversationId]);
  await reopen(run, 8);
  await say(other, quartersAgo(8), person);
  await store.overview.tally();

  const { conversations, withQuestion, selfServed, handedOver } = (await total()) ?? nothing;
  assert.deepEqual([conversations, withQuestion, selfServed, handedOver], [1, 1, 0, 1]);
});

test("nodes that count at the same time count once", async (t) => {
  const past = await openWithCounts(t);
  const nodes = [past.store, await past.openAgain(), await past.openAgain()];
  await past.countedUntil(quartersAgo(2 * eightDays));
  await holdMany(past);

  await Promise.all([...nodes, ...nodes, ...nodes].map(({ overview }) => overview.tally()));
  await Promise.all(nodes.map(({ overview }) => overview.tally()));

  assert.deepEqual(await past.total(), many);
  await past.run("delete from conversations");
  assert.deepEqual(await past.total(), many);
});

test("a node that dies while it counts leaves the counting to the next", async (t) => {
  const past = await openWithCounts(t);
  await past.countedUntil(quartersAgo(2 * eightDays));
  await holdMany(past);
  await past.run("alter table delivery_tallies add constraint broken check (deliveries < 0)");
  await assert.rejects(past.store.overview.tally(), { constraint: "broken" });
  await past.run("alter table delivery_tallies drop constraint broken");

  await past.store.overview.tally();
  await past.run("delete from conversations");
  assert.deepEqual(await past.total(), many);
});

test("what a conversation came to can change on its first day, and not after it", async (t) => {
  const { hold, say, countedUntil, store, run, total } = await openWithCounts(t);
  await countedUntil(quartersAgo(200));
  const today = await hold(quartersAgo(8), [answered]);
  const yesterday = await hold(quartersAgo(100), [answered]);
  await store.overview.tally();
  assert.equal((await total())?.selfServed, 2);

  await say(today, quartersAgo(3), person);
  await say(yesterday, quartersAgo(3), person);
  await reopen(run, 3);
  // Also where nothing was counted for days.
  await run("update tally_progress set open_from = $1", [quartersAgo(200)]);
  await store.overview.tally();

  const { conversations, selfServed, handedOver } = (await total()) ?? nothing;
  assert.deepEqual([conversations, selfServed, handedOver], [2, 1, 1]);
});

test("a question that was asked back about counts as not understood only in vain", async (t) => {
  const { hold, countedUntil, total } = await openWithCounts(t);
  await countedUntil(quartersAgo(100));
  const askedBack: Played = { unanswered: "asked_back" };
  await hold(quartersAgo(8), [askedBack, tapped]);
  await hold(quartersAgo(8), [askedBack, { unanswered: "not_understood" }, answered]);
  await hold(quartersAgo(8), [askedBack, askedBack]);
  assert.equal((await total())?.notUnderstood, 3);
});

test("bots are counted each by itself", async (t) => {
  const past = await openWithCounts(t);
  const other = { ...bot, id: "bot_2" };
  await past.store.bots.create(other, { signingSecret: "whsec_2", identitySecret: "identity2" });
  await past.countedUntil(quartersAgo(2 * eightDays));
  await holdMany(past);
  const [before] = await past.store.overview.figures(other.id, all);
  await past.store.overview.tally();
  const [after] = await past.store.overview.figures(other.id, all);
  assert.deepEqual([before, after], [nothing, nothing]);
  assert.deepEqual(await past.store.overview.deliveries(other.id, all), []);
});

test("deliveries are counted by how they ended and how long they took", async (t) => {
  const { hold, countedUntil, store } = await openWithCounts(t);
  await countedUntil(quartersAgo(100));
  const took = (durationMs: number) => ({ durationMs });
  await hold(quartersAgo(8), [{ ...answered, deliveries: [took(100), took(101)] }]);
  await hold(quartersAgo(4), [{ ...answered, deliveries: [took(100), { outcome: "timeout" }] }]);
  const bounds = [quartersAgo(9), quartersAgo(6), quartersAgo(-1)];
  const read = async () => {
    const rows = await store.overview.deliveries(bot.id, bounds);
    return rows.map(({ part, outcome, durationClass, deliveries }) =>
      [part, outcome, durationClass, deliveries].join(" "),
    );
  };

  const expected = ["0 answered 27 2", "1 answered 27 1", "1 timeout 15 1"];
  assert.deepEqual((await read()).sort(), expected);
  await store.overview.tally();
  assert.deepEqual((await read()).sort(), expected);
});

test("counts hold numbers, names of outcomes and the bot, and nothing else", async (t) => {
  const past = await openWithCounts(t);
  await past.countedUntil(quartersAgo(2 * eightDays));
  await holdMany(past);
  await past.store.overview.tally();
  const rows = await past.run(`
    select to_jsonb(tallies) - 'quarter' as row from tallies
    union all select to_jsonb(delivery_tallies) - 'quarter' from delivery_tallies`);
  assert(rows.length > 4);
  for (const { row } of rows as { row: Record<string, unknown> }[]) {
    const { bot_id, method, outcome, ...numbers } = row;
    assert.equal(bot_id, bot.id);
    assert(["orders", undefined].includes(method as string));
    assert(["answered", "timeout", undefined].includes(outcome as string));
    assert(Object.values(numbers).every(Number.isInteger), JSON.stringify(numbers));
  }
});

/** As if the last quarters had not been over when they were counted. */
async function reopen(run: (text: string) => Promise<unknown[]>, quarters: number) {
  const since = quartersAgo(quarters).toISOString();
  await run(`update tally_progress set counted_until = '${since}'`);
  await run(`delete from delivery_tallies where quarter >= '${since}'`);
}

test("topics are counted by what was asked and what the shop answered, and outlive who asked", async (t) => {
  const { hold, countedUntil, store, run, total } = await openWithCounts(t);
  const about = (id: string, answered: boolean): Played => ({ topic: { id, answered } });
  await countedUntil(quartersAgo(100));
  await hold(quartersAgo(40), [about("returns", true), about("returns", false), answered]);
  await hold(quartersAgo(8), [about("own_gifts", true)]);
  const topics = [
    { topic: "returns", asked: 2, answered: 1 },
    { topic: "own_gifts", asked: 1, answered: 1 },
  ];
  const read = () => store.overview.topics(bot.id, [quartersAgo(50), quartersAgo(-2)]);
  assert.deepEqual(await read(), topics);
  await store.overview.tally();
  await run("delete from conversations");
  assert.deepEqual(await read(), topics);
  assert.deepEqual(await store.overview.topics(bot.id, [quartersAgo(20), quartersAgo(-2)]), [
    topics[1],
  ]);
  assert.equal((await total())?.topicsAsked, 3);
  assert.equal((await total())?.topicsAnswered, 2);
});
