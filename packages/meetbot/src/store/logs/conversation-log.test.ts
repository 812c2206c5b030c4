import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationFilter } from "@meetbot/model/log/conversation-log.ts";
import { openConversation, openTestStore, state, textEvent, turnSaying } from "../store.fixture.ts";
import {
  botId,
  commitOneTurn,
  conversationAsking,
  deliveryWith,
  goOn,
  readAll,
  top,
} from "./log.fixture.ts";

const ref = (conversationId: string) => ({ botId, conversationId });
const startEvent = {
  dedupeKey: "start",
  content: { kind: "start" as const, locale: null, account: null },
};

/** Three conversations: `one` was active last. */
async function openLog(t: Parameters<typeof openTestStore>[0]) {
  const opened = await openTestStore(t);
  const { store, run } = opened;
  const zh = { ...state, dialog: { ...state.dialog, locale: "zh" as const } };
  await openConversation(store, { conversationId: "one", first: startEvent });
  await commitOneTurn(store, ref("one"));
  await conversationAsking(store, "two", [{ id: "a" }, { id: "b", outcome: "timeout" }]);
  await openConversation(store, { conversationId: "three" });
  const accounts = ["Yilia@Meetbot.biz"];
  await commitOneTurn(store, ref("three"), { state: zh, personAsked: true, accounts });
  await goOn(store, ref("one"), "second", {
    deliveries: [
      deliveryWith({ id: "c", outcome: "timeout" }),
      deliveryWith({ id: "d", startedAt: Date.now(), outcome: "order_not_found" }),
    ],
  });
  const ids = async (filter: ConversationFilter) =>
    (await store.conversationLog.list(botId, filter, top)).rows.map(({ id }) => id).join(" ");
  return { ...opened, ids, run };
}

test("conversations are listed by their latest activity, with what is plain of them", async (t) => {
  const { store, ids } = await openLog(t);
  assert.equal(await ids({}), "one three two");
  const { rows, next } = await store.conversationLog.list(botId, {}, top);
  assert.equal(next, null);
  const { startedAt, activeAt, ...one } = rows[0]!;
  assert.ok(activeAt > startedAt);
  assert.deepEqual(one, {
    id: "one",
    channel: "web-chat",
    locale: "en",
    messages: 3,
    deliveries: 2,
    failedDeliveries: 1,
    outcome: "not_found",
    holder: null,
    heldBy: null,
  });
  assert.deepEqual(
    rows.map(({ outcome, messages }) => [outcome, messages]),
    [
      ["not_found", 3],
      ["person_asked", 2],
      ["shop_did_not_answer", 2],
    ],
  );
  assert.deepEqual((await store.conversationLog.list("another", {}, top)).rows, []);
});

test("each filter lets through what it says", async (t) => {
  const { ids, run } = await openLog(t);
  assert.equal(await ids({ id: "two" }), "two");
  assert.equal(await ids({ id: "\0" }), "");
  assert.equal(await ids({ account: "yilia@meetbot.biz " }), "three");
  assert.equal(await ids({ account: "ann@meetbot.biz" }), "");
  assert.equal(await ids({ channel: "messenger" }), "");
  assert.equal(await ids({ channel: "web-chat" }), "one three two");
  assert.equal(await ids({ locale: "zh" }), "three");
  assert.equal(await ids({ personAsked: true }), "three");
  assert.equal(await ids({ hasFailed: true }), "one two");
  assert.equal(await ids({ isDisliked: true }), "");
  await run("update conversations set active_at = '2026-01-02' where conversation_id = 'three'");
  assert.equal(await ids({ until: new Date("2026-01-03") }), "three");
  assert.equal(await ids({ from: new Date("2026-01-03") }), "one two");
});

test("a replay changes nothing of what a conversation came to", async (t) => {
  const { store, ids } = await openTestStore(t).then((opened) => ({
    ...opened,
    ids: async (filter: ConversationFilter) =>
      (await opened.store.conversationLog.list(botId, filter, top)).rows.length,
  }));
  await conversationAsking(store, "one", [{ id: "a" }]);
  const replay = deliveryWith({ id: "r", startedAt: Date.now(), outcome: "timeout" });
  await store.deliveryLog.addReplay(botId, "a", replay);
  const found = await store.conversationLog.find(ref("one"));
  assert.equal(found?.outcome, "answered");
  assert.equal(found?.deliveries, 1);
  assert.equal(await ids({ hasFailed: true }), 0);
});

test("once its deliveries are deleted a conversation tells what it remembers by itself", async (t) => {
  const { store } = await openTestStore(t);
  const questions = { answered: "answered", refused: "not_found", silent: null } as const;
  for (const [conversationId, question] of Object.entries(questions)) {
    const ref = await openConversation(store, { conversationId });
    const deliveries = question ? [deliveryWith({ id: conversationId, startedAt: 1 })] : [];
    await commitOneTurn(store, ref, { deliveries, question });
  }
  await store.bots.change(botId, { keepDeliveriesDays: 1 });
  await store.forgetExpired();
  const { rows } = await store.conversationLog.list(botId, {}, top);
  assert.deepEqual(
    rows.map(({ id, outcome, deliveries }) => [id, outcome, deliveries]),
    [
      ["silent", "nothing_asked", 0],
      ["refused", "forgotten", 0],
      ["answered", "answered", 0],
    ],
  );
});

test("pages hold each conversation once, also where times differ by a microsecond", async (t) => {
  const { store, run } = await openTestStore(t);
  for (let n = 0; n < 7; n++) await openConversation(store, { conversationId: `c${n}` });
  await run(`update conversations set active_at = timestamptz '2026-01-01'
    + substr(conversation_id, 2)::integer / 2 * interval '1 microsecond'`);
  const pages = await readAll((page) => store.conversationLog.list(botId, {}, page), 2);
  assert.deepEqual(
    pages.flat().map(({ id }) => id),
    ["c6", "c5", "c4", "c3", "c2", "c1", "c0"],
  );
});

test("a conversation is read with the times of its messages, and what waits", async (t) => {
  const { store } = await openLog(t);
  await store.mailbox.enqueue(ref("one"), textEvent("third", "And now?"));
  const messages = await store.conversationLog.messagesAfter(ref("one"), 0, 3);
  assert.deepEqual(
    messages.map(({ seq, from, waits }) => [seq, from, waits]),
    [
      [1, "customer", false],
      [2, "bot", false],
      [3, "customer", false],
    ],
  );
  const [, waiting] = await store.conversationLog.messagesAfter(ref("one"), 3, 9);
  assert.deepEqual(waiting?.from === "customer" && waiting.event.content, {
    kind: "text",
    text: "And now?",
  });
  assert.equal(waiting?.waits, true);
  const deliveries = await store.conversationLog.deliveriesOf(ref("one"));
  assert.deepEqual(
    deliveries.map(({ id, seq }) => [id, seq]),
    [
      ["c", 3],
      ["d", 3],
    ],
  );
  assert.deepEqual(await store.conversationLog.messagesAfter(ref("nothing"), 0, 9), []);
  assert.equal(await store.conversationLog.find(ref("nothing")), null);
});

test("a person's message is read as theirs, also when it is overwritten", async (t) => {
  const { store } = await openTestStore(t);
  await openConversation(store, { first: textEvent("first", "hello") });
  const one = ref("conversation_1");
  const turn = turnSaying("It leaves today.");
  const replies = turn.replies.map((reply) => ({ ...reply, person: { name: "Ada" } }));
  await commitOneTurn(store, one, { ...turn, replies });
  const typedBy = async () => {
    const seen = [
      ...(await store.mailbox.messagesAfter(one, 1, 9)),
      ...(await store.conversationLog.messagesAfter(one, 1, 9)),
    ];
    return seen.map((said) => said.from === "person" && [said.name, said.reply]);
  };
  const [typed, logged] = await typedBy();
  assert.deepEqual(typed, ["Ada", replies[0]]);
  assert.deepEqual(logged, typed);

  assert.equal(await store.conversationLog.as("Robin").redact(one, 2), "redacted");

  const reply = { kind: "text", text: "•••", locale: "en", person: { name: "Ada" } };
  assert.deepEqual(await typedBy(), [
    ["Ada", reply],
    ["Ada", reply],
  ]);
});

test("a message is overwritten for good, in the transcript that the customer has too", async (t) => {
  const { store, run } = await openTestStore(t);
  await openConversation(store, { first: textEvent("first", "my card is 4000 0000 0000 0002") });
  const one = ref("conversation_1");
  const log = store.conversationLog.as("Robin");
  assert.equal(await log.redact(one, 1), "waits");
  await commitOneTurn(store, one, turnSaying("What is 4000 0000 0000 0002?"));
  const before = await run("select body from messages order by seq");

  assert.equal(await log.redact(one, 1), "redacted");
  assert.equal(await log.redact(one, 2), "redacted");
  assert.equal(await log.redact(one, 2), "redacted");
  assert.equal(await log.redact(one, 3), "not_found");
  assert.equal(await log.redact(ref("nothing"), 1), "not_found");

  const after = await run("select body from messages order by seq");
  assert.ok(after.every(({ body }, n) => !body.equals(before[n]?.body)));
  const seen = await store.mailbox.messagesAfter(one, 0, 9);
  assert.deepEqual(
    seen.map(({ at: _, ...message }) => message),
    [
      {
        seq: 1,
        from: "customer",
        event: { dedupeKey: "first", content: { kind: "text", text: "•••" } },
      },
      { seq: 2, from: "bot", reply: { kind: "text", text: "•••", locale: "en" } },
    ],
  );
  const messages = await log.messagesAfter(one, 0, 9);
  assert.ok(messages.every(({ redactedAt }) => redactedAt instanceof Date));
  const entries = await store.bots.auditOf(botId, 3);
  assert.deepEqual(
    entries.map(({ actor, action, detail }) => [actor, action, detail]).slice(0, 2),
    [2, 1].map((message) => [
      "Robin",
      "message_redacted",
      { conversation: "conversation_1", message },
    ]),
  );
  assert.equal(entries[2]?.action, "bot_created");
});

test("the opening of a chat is no message that could be overwritten", async (t) => {
  const { store } = await openLog(t);
  assert.equal(await store.conversationLog.redact(ref("one"), 1), "not_found");
});

test("a deleted conversation is gone with all that belongs to it", async (t) => {
  const { store, run } = await openLog(t);
  const log = store.conversationLog.as("Robin");
  assert.equal(await log.delete({ botId: "another", conversationId: "one" }), false);
  assert.equal(await log.delete(ref("one")), true);
  assert.equal(await log.delete(ref("one")), false);
  for (const table of ["conversations", "messages", "deliveries", "conversation_accounts"]) {
    assert.deepEqual(await run(`select 1 from ${table} where conversation_id = 'one'`), []);
  }
  const [entry] = await store.bots.auditOf(botId, 1);
  assert.deepEqual(
    [entry?.actor, entry?.action, entry?.detail],
    ["Robin", "conversation_deleted", { conversation: "one" }],
  );
});

test("who looked at a conversation as it is stands in the audit", async (t) => {
  const { store } = await openLog(t);
  const log = store.conversationLog.as("Robin");
  assert.equal(await log.recordRevealed(ref("one")), true);
  assert.equal(await log.recordExported(ref("one"), { masked: false }), true);
  assert.equal(await log.recordRevealed(ref("nothing")), false);
  assert.equal(await log.recordRevealed(ref("\0")), false);
  assert.equal(await log.recordRevealed({ botId: "another", conversationId: "one" }), false);
  const entries = await store.bots.auditOf(botId, 3);
  assert.deepEqual(entries.map(({ action, detail }) => [action, detail]).slice(0, 2), [
    ["conversation_exported", { conversation: "one", masked: false }],
    ["conversation_revealed", { conversation: "one" }],
  ]);
});
