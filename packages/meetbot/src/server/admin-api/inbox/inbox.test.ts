import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import { commitOneTurn, goOn } from "../../../store/logs/log.fixture.ts";
import { bot } from "../../../store/store.fixture.ts";
import { startInbox } from "./inbox.fixture.ts";

type Told = Record<string, { name: string } | string | null>;

test("a conversation tells who was called, who took it, gave it back and closed it, in that order", async (t) => {
  const { tell } = await startInbox(t);
  const moves = async () => {
    const { moves } = await tell("viewer", "GET {one}/desk");
    return moves.map(({ kind, by, reason }: Told) => [
      ...[kind, typeof by === "object" ? (by?.name ?? null) : by, reason],
    ]);
  };
  await tell("ada", "POST {one}/take", {});
  await tell("bo", "POST {one}/take", { overtake: true });
  await tell("bo", "POST {one}/messages", { text: "Good morning!" });
  await tell("bo", "POST {one}/release", {});
  assert.deepEqual(await moves(), [
    ["waiting", null, "asked"],
    ["taken", "ada", null],
    ["taken", "bo", null],
    ["returned", "bo", "given_back"],
  ]);
});

test("a message that its platform refused says why", async (t) => {
  const { tell, run } = await startInbox(t);
  await tell("ada", "POST {one}/messages", { text: "Good morning!" });
  const at = `bot_id = '${bot.id}' and conversation_id = 'one' and author is not null`;
  await run(`update messages set status = 'failed' where ${at}`);
  await run(`insert into outbound_failures (bot_id, conversation_id, seq, class)
    select bot_id, conversation_id, seq, 'gone' from messages where ${at}`);
  const { entries } = await tell("viewer", "GET {one}");
  assert.deepEqual(
    entries
      .filter(({ from }: Told) => from !== "customer")
      .map(({ from, sending, failure }: Told) => [from, sending, failure])
      .slice(-1),
    [["person", "failed", "gone"]],
  );
});

test("a list says the last words of a customer or a person: masked, in one line, cut where they are long", async (t) => {
  const { tell, store, open, one } = await startInbox(t);
  const preview = async () => {
    const { data } = await tell("ada", "GET /inbox?view=all");
    return data.find((row: Told) => row.conversation_id === "one").preview;
  };
  const hears = async (content: EventContent) => {
    await store.mailbox.enqueue(one, { dedupeKey: randomUUID(), content });
    await commitOneTurn(store, one, { isForPerson: true });
  };
  await hears({ kind: "text", text: "Where is 12345678902?\nMy mail is yilia@meetbot.biz." });
  assert.deepEqual(await preview(), {
    ...{ from: "customer", kind: "text" },
    text: "Where is •••8902? My mail is y•••@m•••.biz.",
  });
  await hears({ kind: "text", text: "please ".repeat(200) });
  const { text } = await preview();
  assert(text.length <= 120 && text.endsWith("…"), text);
  await hears({ kind: "media" });
  assert.deepEqual(await preview(), { from: "customer", kind: "media", text: null });
  await tell("ada", "POST {one}/messages", { text: "It is at 12345678902." });
  assert.deepEqual(await preview(), { from: "person", kind: "text", text: "It is at •••8902." });
  await open("two");
  const { data } = await tell("viewer", "GET /inbox?view=waiting");
  assert.equal(data[0].preview.text, "Where is my order?");
});

test("what is owed and put off until the customer writes is back when they do, also where the bot answers", async (t) => {
  const { tell, store, run, one } = await startInbox(t);
  await run("update conversations set holder = 'bot', held_at = now()");
  await run("update inbox_conversations set owed_since = now(), waiting_since = null");
  const owed = async () => (await tell("ada", "GET /inbox?view=owed")).data.length;
  await tell("ada", "PUT {one}/snooze", { until_reply: true });
  assert.equal(await owed(), 0);
  await goOn(store, one, "again");
  assert.equal(await owed(), 1);
  await tell("ada", "PUT {one}/snooze", { until: new Date(Date.now() + 3_600_000).toISOString() });
  await goOn(store, one, "once more");
  assert.equal(await owed(), 0, "who is put off until a moment stays so");
});

test("the log of conversations says who has those that people have to do with", async (t) => {
  const { tell, open } = await startInbox(t);
  await open("two");
  await open("three", {});
  await tell("bo", "POST /conversations/two/take", {});
  const { data } = await tell("viewer", "GET /conversations");
  assert.deepEqual(
    data
      .map(({ conversation_id, holder, held_by }: Told) => [
        ...[
          conversation_id,
          holder,
          typeof held_by === "object" ? (held_by?.name ?? null) : held_by,
        ],
      ])
      .sort(),
    [
      ["one", "waiting", null],
      ["three", null, null],
      ["two", "person", "bo"],
    ],
  );
});
