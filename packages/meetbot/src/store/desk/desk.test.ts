import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { CallReason } from "@meetbot/model/desk/holder.ts";
import { bot, openConversation, openTestStore, textEvent, turnSaying } from "../store.fixture.ts";
import type { PersonsMessage } from "./desk.ts";

const saying = (text: string) => (locale: Locale) => ({ kind: "text" as const, text, locale });
const here = saying("Ada is here.");
const back = saying("The bot again.");
const ada = { by: "op_ada", actor: "ada@shop.example" };
const bo = { by: "op_bo", actor: "bo@shop.example" };
const message = (text: string, more: Partial<PersonsMessage> = {}): PersonsMessage => ({
  ...ada,
  reply: saying(text),
  writeKey: text,
  opening: here,
  ...more,
});
const giveBack = {
  ...ada,
  reason: "given_back",
  line: back,
  state: (it: ConversationState) => it,
} as const;

/** A conversation whose first turn is through. */
async function open(t: TestContext) {
  const opened = await openTestStore(t);
  const { store, run } = opened;
  const ref = await openConversation(store);
  const lease = await store.mailbox.take(ref);
  assert.ok(lease);
  await store.mailbox.commitTurn(lease, turnSaying("hello"));
  const said = async () =>
    (await store.mailbox.messagesAfter(ref, 0, 100)).flatMap((one) =>
      one.from === "customer" || one.reply.kind !== "text" ? [] : [one.reply.text],
    );
  const holder = async () => {
    const [row] = await run("select holder, held_by, holder_version from conversations");
    return [row.holder, row.held_by, row.holder_version];
  };
  const events = async () =>
    (await run("select type from desk_events order by event_id")).map(({ type }) => type);
  const ask = async (key: string) => {
    await store.mailbox.enqueue(ref, textEvent(key, key));
    const next = await store.mailbox.take(ref);
    assert.ok(next);
    return next;
  };
  return { ...opened, ref, said, holder, events, ask };
}

test("the first reply takes, and is said once however often it is sent", async (t) => {
  const { store, ref, said, holder, events, run } = await open(t);
  const first = await store.desk.say(ref, message("one"));
  assert.deepEqual([first.outcome, await holder()], ["done", ["person", "op_ada", 1]]);
  await store.desk.say(ref, message("one"));
  await store.desk.say(ref, message("two"));
  assert.deepEqual(await said(), ["hello", "Ada is here.", "one", "two"]);
  const told = ["conversation.taken", "message.created", "message.created"];
  assert.deepEqual(await events(), told);
  const audited = await run(
    "select actor, action from audit where action <> 'bot_created' order by entry",
  );
  assert.deepEqual(
    audited.map(({ action }) => action),
    ["conversation_taken", "message_sent", "message_sent"],
  );
  assert.equal(audited[0]?.actor, ada.actor);
});

test("a turn in hand and a take-over never both answer", async (t) => {
  const { store, ref, said, ask } = await open(t);
  const inHand = await ask("question");
  await store.desk.take(ref, { ...ada, line: here });
  const settled = await store.mailbox.commitTurn(inHand, turnSaying("the bot's answer"));
  assert.equal(settled.outcome, "lost");
  const anew = await store.mailbox.take(ref);
  assert.equal(anew?.event.dedupeKey, "question");
  assert.deepEqual([anew?.held.holder, anew?.held.by], ["person", "op_ada"]);
  assert.deepEqual(await said(), ["hello", "Ada is here."]);
});

test("who asks for a person while one is called for another reason waits since then, and has asked", async (t) => {
  const { store, ask, events, run } = await open(t);
  const call = (reason: CallReason) => ({
    ...turnSaying(reason),
    move: { to: "waiting", reason } as const,
  });
  const row = async () => {
    const [one] = await run("select reason, waiting_since::text from inbox_conversations");
    return one;
  };
  await store.mailbox.commitTurn(await ask("gibberish"), call("not_understood"));
  const before = await row();
  assert.equal(before?.reason, "not_understood");
  await store.mailbox.commitTurn(await ask("a person please"), call("asked"));
  assert.deepEqual(await row(), { ...before, reason: "asked" });
  assert.deepEqual(await events(), ["conversation.waiting"]);
});

test("of two people who take it at the same moment one has it, and the other is told who", async (t) => {
  const { store, ref } = await open(t);
  const outcomes = await Promise.all([
    store.desk.take(ref, { ...ada, line: here }),
    store.desk.take(ref, { ...bo, line: here }),
  ]);
  assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ["done", "held"]);
  const refused = outcomes.find(({ outcome }) => outcome === "held");
  assert.equal(refused?.outcome === "held" && refused.held.holder, "person");
});

test("another person's conversation is taken over only when that is said", async (t) => {
  const { store, ref, holder } = await open(t);
  await store.desk.say(ref, message("one"));
  const refused = await store.desk.say(ref, message("two", bo));
  assert.equal(refused.outcome, "held");
  const done = await store.desk.say(ref, message("two", { ...bo, overtakes: true }));
  assert.deepEqual([done.outcome, await holder()], ["done", ["person", "op_bo", 2]]);
});

test("who has not seen what a colleague wrote says nothing before they did", async (t) => {
  const { store, ref, said } = await open(t);
  await store.desk.say(ref, message("one"));
  const stale = message("two", { ...bo, overtakes: true, seenSeq: 2 });
  const refused = await store.desk.say(ref, stale);
  assert.equal(refused.outcome, "changed");
  assert.ok(refused.outcome === "changed" && refused.lastSeq === 4);
  await store.desk.say(ref, { ...stale, seenSeq: 4 });
  assert.equal((await said()).at(-1), "two");
  const late = await store.desk.take(ref, { ...ada, version: 1, overtakes: true, line: here });
  assert.equal(late.outcome, "changed");
});

test("given back, the bot says so, and what it remembers is what it is given", async (t) => {
  const { store, ref, said, holder, run } = await open(t);
  await store.desk.take(ref, { ...ada, line: here });
  const misses = (before: ConversationState) => {
    return { ...before, dialog: { ...before.dialog, misunderstood: 7 } };
  };
  const done = await store.desk.giveBack(ref, { ...giveBack, state: misses });
  assert.equal((await store.mailbox.stateOf(ref))?.dialog.misunderstood, 7);
  assert.deepEqual([done.outcome, await holder()], ["done", ["bot", null, 2]]);
  assert.deepEqual((await said()).slice(-1), ["The bot again."]);
  const twice = await store.desk.giveBack(ref, giveBack);
  assert.ok(twice.outcome === "done" && !twice.hasChanged);
  assert.deepEqual(await run("select status from inbox_conversations"), [{ status: "closed" }]);
});

test("what a customer calls for, and takes back, stands in the inbox", async (t) => {
  const { store, ref, ask, events } = await open(t);
  const counts = () => store.desk.count(bot.id, "op_ada");
  const call = { ...turnSaying("called"), move: { to: "waiting", reason: "asked" } } as const;
  await store.mailbox.commitTurn(await ask("call"), call);
  assert.deepEqual(await counts(), { mine: 0, waiting: 1, all: 1, owed: 0 });
  const { rows } = await store.desk.list(
    bot.id,
    { view: "waiting", label: null, operatorId: "op_ada" },
    { limit: 10, below: null },
  );
  assert.deepEqual(
    rows.map(({ id, holder, reason, isUnanswered }) => [id, holder, reason, isUnanswered]),
    [[ref.conversationId, "waiting", "asked", true]],
  );
  const withdraw = { ...turnSaying("fine"), move: { to: "bot", reason: "withdrawn" } } as const;
  await store.mailbox.commitTurn(await ask("never mind"), withdraw);
  assert.deepEqual(await counts(), { mine: 0, waiting: 0, all: 0, owed: 0 });
  assert.deepEqual(await events(), ["conversation.waiting", "conversation.returned"]);
});

test("who leaves a person without an answer for the menu is owed one", async (t) => {
  const { store, ref, ask, said } = await open(t);
  await store.desk.take(ref, { ...ada, line: here });
  await store.mailbox.commitTurn(await ask("help!"), { ...turnSaying(), isForPerson: true });
  const menu = { ...turnSaying("menu"), move: { to: "bot", reason: "menu" } } as const;
  await store.mailbox.commitTurn(await ask("menu"), menu);
  assert.deepEqual(await store.desk.count(bot.id, null), { mine: 0, waiting: 0, all: 1, owed: 1 });
  await store.desk.say(ref, message("Sorry, I was away."));
  assert.deepEqual(await store.desk.count(bot.id, ada.by), {
    mine: 1,
    waiting: 0,
    all: 1,
    owed: 0,
  });
  assert.equal((await said()).at(-1), "Sorry, I was away.");
});

test("who waited too long is told, once, and stays in the inbox", async (t) => {
  const { store, ref, ask, run, said, holder } = await open(t);
  const call = { ...turnSaying("called"), move: { to: "waiting", reason: "asked" } } as const;
  await store.mailbox.commitTurn(await ask("call"), call);
  assert.deepEqual(await store.desk.waitingFor(15, 10), []);
  await run("update conversations set held_at = now() - interval '15 minutes'");
  const [overdue] = await store.desk.waitingFor(15, 10);
  assert.ok(overdue);
  const nodes = [1, 2].map(() =>
    store.desk.giveUp(ref, overdue.version, () => ({
      reply: { kind: "text", text: "Nobody is free.", locale: "en" },
      state: null,
    })),
  );
  const told = await Promise.all(nodes);
  assert.equal(told.filter(Boolean).length, 1);
  assert.deepEqual((await said()).slice(-2), ["called", "Nobody is free."]);
  assert.deepEqual((await holder()).slice(0, 2), ["bot", null]);
  assert.equal((await store.desk.count(bot.id, null)).owed, 1);
});

test("whoever may not answer any more leaves what they had to others", async (t) => {
  const { store, ref, holder } = await open(t);
  await store.desk.take(ref, { ...ada, line: here });
  assert.deepEqual(await store.desk.heldBy(ada.by, bot.id), [ref]);
  assert.deepEqual(await store.desk.heldBy(ada.by, "bot_2"), []);
  await store.desk.leave(ref, bo.by);
  assert.equal((await holder())[0], "person");
  await store.desk.leave(ref, ada.by);
  assert.deepEqual((await holder()).slice(0, 2), ["waiting", null]);
});

test("all of it goes with the conversation", async (t) => {
  const { store, ref, run } = await open(t);
  await store.desk.say(ref, message("one"));
  assert.equal(await store.conversationLog.delete(ref), true);
  assert.deepEqual(await run("select from inbox_conversations"), []);
  assert.equal((await store.desk.say(ref, message("two"))).outcome, "unknown_conversation");
});

test("what the bot was about to answer stands unanswered once a person takes it, until they answer", async (t) => {
  const { store, ref, run, ask } = await open(t);
  const isUnanswered = async () =>
    (await run("select customer_seq > coalesce(person_seq, 0) as it from inbox_conversations"))[0]
      ?.it;
  const inHand = await ask("where is my order");
  await store.desk.take(ref, { ...ada, line: here });
  assert.equal(await isUnanswered(), true);
  assert.equal((await store.mailbox.commitTurn(inHand, turnSaying("late"))).outcome, "lost");
  await store.desk.say(ref, message("It is on its way"));
  assert.equal(await isUnanswered(), false);
  const again = await store.mailbox.take(ref);
  await store.mailbox.commitTurn(again!, { ...turnSaying(), isForPerson: true });
  assert.equal(await isUnanswered(), false);
});
