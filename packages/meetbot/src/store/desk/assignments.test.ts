import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createDeskUpkeep } from "../../operations/desk/desk-upkeep.ts";
import { commitOneTurn } from "../logs/log.fixture.ts";
import { bot, openConversation, openTestStore } from "../store.fixture.ts";
import type { Store } from "../store.ts";

const waiting = { move: { to: "waiting", reason: "asked" }, personAsked: true } as const;

/** A bot that deals in turn, with people who may answer. */
async function open(t: TestContext, way = "round_robin") {
  const opened = await openTestStore(t);
  const { store, run } = opened;
  await run("update bots set assignment = $1", [way]);
  const hire = async (name: string, capacity = 5) => {
    const email = `${name}@shop.example`;
    const { id } = await store.operators.create({ name, email, administrator: false });
    await store.operators.grantRole(bot.id, id, "agent");
    await store.presence.set(bot.id, id, { on: true, capacity });
    return id;
  };
  const call = async (conversationId: string) => {
    const ref = await openConversation(store, { conversationId });
    await commitOneTurn(store, ref, waiting);
    return ref;
  };
  const assigned = async () =>
    Object.fromEntries(
      (await run("select conversation_id as id, assigned_to as who from inbox_conversations")).map(
        ({ id, who }) => [id, who],
      ),
    );
  return { ...opened, hire, call, assigned };
}

const upkeepOf = (store: Store) => createDeskUpkeep({ ...store, wakeWorker() {} });

test("what begins to wait is dealt once, however many nodes deal at the same moment", async (t) => {
  const { store, openAgain, hire, call, assigned } = await open(t);
  const other = await openAgain();
  const [ada, bo] = [await hire("ada", 3), await hire("bo", 3)];
  for (const id of ["1", "2", "3", "4", "5", "6", "7"]) await call(id);
  const dealt = await Promise.all(
    [store, other, store, other].map(({ assignments }) => assignments.deal(bot.id)),
  );
  const refs = dealt.flat().map(({ conversationId }) => conversationId);
  assert.deepEqual(refs.sort(), ["1", "2", "3", "4", "5", "6"], "each once, and one has no room");
  const owners = Object.values(await assigned());
  for (const who of [ada, bo]) assert.equal(owners.filter((one) => one === who).length, 3);
  assert.equal(owners.filter((one) => one === null).length, 1);
});

test("a shop that says by hand whose a conversation is has none dealt", async (t) => {
  const { store, hire, call, assigned } = await open(t, "manual");
  await hire("ada");
  await call("1");
  await upkeepOf(store).run();
  assert.deepEqual(await assigned(), { 1: null });
});

test("what somebody said is nobody's stays so, until it waits anew", async (t) => {
  const { store, run, hire, call, assigned } = await open(t);
  const ada = await hire("ada");
  const ref = await call("1");
  const { assignments } = store;
  assert.equal(await assignments.assign(ref, { to: ada, actor: "bo" }), "done");
  assert.equal(await assignments.assign(ref, { to: ada, actor: "bo" }), "same");
  assert.equal(await assignments.assign(ref, { to: null, actor: "bo" }), "done");
  assert.deepEqual(await assignments.deal(bot.id), []);
  assert.deepEqual(await assigned(), { 1: null });
  const audited = await run("select detail from audit where action = 'conversation_assigned'");
  assert.deepEqual(
    audited.map(({ detail }) => detail),
    [
      { conversation: "1", to: ada },
      { conversation: "1", to: null },
    ],
  );
  await store.desk.take(ref, { by: ada, actor: "ada", line: () => null });
  await store.desk.leave(ref, ada);
  assert.deepEqual(await assignments.deal(bot.id), [ref]);
});

test("only whom the bot has for it is assigned to, and only where people have to do with it", async (t) => {
  const { store, run, hire, call } = await open(t);
  const { assignments, operators } = store;
  const ref = await call("1");
  const alone = await openConversation(store, { conversationId: "alone" });
  const ada = await hire("ada");
  const stranger = await operators.create({
    ...{ name: "Eve", email: "eve@shop.example", administrator: false },
  });
  for (const to of [stranger.id, "nobody", "elsewhere"]) {
    assert.equal(await assignments.assign(ref, { to, actor: "bo" }), "may_not_answer", to);
  }
  await operators.grantRole(bot.id, stranger.id, "viewer");
  assert.equal(await assignments.assign(ref, { to: stranger.id, actor: "bo" }), "may_not_answer");
  assert.equal(await assignments.assign(alone, { to: ada, actor: "bo" }), "not_in_inbox");
  const nowhere = { ...ref, conversationId: "none" };
  assert.equal(await assignments.assign(nowhere, { to: ada, actor: "b" }), "unknown_conversation");
  assert.deepEqual(await run("select from audit where action = 'conversation_assigned'"), []);
});

test("what waits for somebody who goes, with a word or without, waits for the next", async (t) => {
  const { store, run, hire, call, assigned } = await open(t);
  const upkeep = upkeepOf(store);
  const ada = await hire("ada");
  await call("1");
  await upkeep.deal(bot.id);
  assert.deepEqual(await assigned(), { 1: ada });
  const bo = await hire("bo");
  await store.presence.set(bot.id, ada, { on: false });
  await upkeep.stepAside(bot.id, ada);
  assert.deepEqual(await assigned(), { 1: bo });
  await run("update agent_presence set seen_at = now() - interval '3 hours' where is_on");
  await upkeep.run();
  assert.deepEqual(await assigned(), { 1: null });
  assert.deepEqual((await store.presence.of(bot.id, bo))?.on, false);
  await store.presence.set(bot.id, ada, { on: true });
  await upkeep.run();
  assert.deepEqual(await assigned(), { 1: ada });
});

for (const [how, leave] of [
  [
    "is removed",
    (store: Store, id: string) => store.operators.as({ operatorId: null, actor: "cli" }).remove(id),
  ],
  [
    "loses the role",
    (store: Store, id: string) =>
      store.operators.as({ operatorId: null, actor: "cli" }).takeRole(bot.id, id),
  ],
  [
    "becomes a viewer",
    (store: Store, id: string) =>
      store.operators.as({ operatorId: null, actor: "cli" }).changeRole(bot.id, id, "viewer"),
  ],
] as const) {
  test(`who ${how} holds nothing any more: it waits, and is dealt to another`, async (t) => {
    const { store, run, hire, call, assigned } = await open(t);
    const ada = await hire("ada");
    const [held, mine] = [await call("held"), await call("mine")];
    await store.desk.take(held, { by: ada, actor: "ada", line: () => null });
    await store.assignments.assign(mine, { to: ada, actor: "ada" });
    const bo = await hire("bo");
    const kept = await call("kept");
    await store.desk.take(kept, { by: bo, actor: "bo", line: () => null });
    assert.notEqual(typeof (await leave(store, ada)), "string");
    await Promise.all([upkeepOf(store).leaveUnable(), upkeepOf(store).leaveUnable()]);
    const holders = await run(
      "select conversation_id as id, holder, held_by from conversations order by 1",
    );
    assert.deepEqual(holders, [
      { id: "held", holder: "waiting", held_by: null },
      { id: "kept", holder: "person", held_by: bo },
      { id: "mine", holder: "waiting", held_by: null },
    ]);
    assert.deepEqual(await assigned(), { held: bo, kept: null, mine: bo });
    const told = await run("select from desk_events where facts->>'reason' = 'stepped_in'");
    assert.equal(told.length, 1, "it is told once that it waits again");
  });
}

test("what is put off stands in no list that is worked off, and comes back by itself", async (t) => {
  const { store, run, call } = await open(t, "manual");
  const ref = await call("1");
  const { assignments, desk } = store;
  const list = async () =>
    (
      await desk.list(
        bot.id,
        { view: "waiting", operatorId: null, label: null },
        { limit: 10, below: null },
      )
    ).rows.map(({ id }) => id);
  const until = new Date(Date.now() + 60_000);
  await assignments.snooze(ref, { until, untilReply: false, actor: "ada" });
  assert.deepEqual([await list(), (await desk.count(bot.id, null)).waiting], [[], 0]);
  await run("update inbox_conversations set snoozed_until = now() - interval '1 second'");
  assert.deepEqual([await list(), (await desk.count(bot.id, null)).waiting], [["1"], 1]);
  await assignments.snooze(ref, { until, untilReply: true, actor: "ada" });
  await store.mailbox.enqueue(ref, { dedupeKey: "2", content: { kind: "text", text: "Hello?" } });
  assert.deepEqual(await list(), []);
  await commitOneTurn(store, ref, { isForPerson: true });
  assert.deepEqual(await list(), ["1"]);
});
