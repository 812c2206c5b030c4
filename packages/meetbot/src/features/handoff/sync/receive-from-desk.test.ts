import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createDeskMoves, type WindowsOf } from "../../../operations/desk/desk-moves.ts";
import { bot, openConversation, openTestStore } from "../../../store/store.fixture.ts";
import { answerAs, callPerson, takeTurnWith } from "../../../store/waiting/waiting.fixture.ts";
import type { DeskEvent } from "../form/bridge.ts";
import { mailbox } from "../store/bridges.fixture.ts";
import { receiveFromDesk } from "./receive-from-desk.ts";

const place = { contact: "5a", conversation: "7" };
const at = { place: { conversation: "7" } };

/** A customer who waits for a person, in a desk too. */
async function startHearing(t: TestContext, windowsOf: WindowsOf = () => null) {
  const { store, run } = await openTestStore(t);
  const { queue, settings, heardAt } = store.bridges;
  await settings.set(bot.id, mailbox);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {});
  await callPerson(store, ref);
  const tell = async () => {
    await queue.spread();
    const lease = await queue.take();
    assert(lease);
    await queue.advance(lease, { place, toldHolder: lease.holds });
    await queue.end(lease, { kind: "told", isOpen: true, isMore: false, restMs: 0 });
    return lease;
  };
  await tell();
  const deskMoves = createDeskMoves({
    ...{ desk: store.desk, hints: store.hints, waiting: store.waiting, windowsOf },
    ...{ botOf: store.bots.find, mailsReplies: () => false },
    ...{ wakeWorker() {}, wakeDispatcher() {} },
  });
  const deps = { heardAt, deskMoves, botOf: store.bots.find };
  return {
    ...{ store, run, ref, tell },
    hear: (heard: DeskEvent, botId = bot.id) => receiveFromDesk(botId, heard, deps),
    async said() {
      const messages = await store.mailbox.messagesAfter(ref, 0, 99);
      return messages.flatMap((message) =>
        message.from === "customer" || message.reply.kind !== "text"
          ? []
          : [`${message.from === "person" ? message.name : "bot"}: ${message.reply.text}`],
      );
    },
    held: async () => (await store.desk.find(ref))!,
  };
}

const says = (text: string, more: Partial<Extract<DeskEvent, { kind: "said" }>> = {}) =>
  ({ kind: "said", ...at, id: "m1", name: "Ada Lovelace", text, ...more }) as const;

test("what somebody answers in the desk reaches the customer once, under a first name, and holds the conversation", async (t) => {
  const { hear, said, held, tell, store } = await startHearing(t);
  assert.equal(await hear(says("Good morning")), "said");
  assert.equal(await hear(says("Good morning")), "said");
  assert.deepEqual((await said()).slice(-2), [
    `bot: Ada from ${bot.name} is here.`,
    "Ada: Good morning",
  ]);
  assert.partialDeepStrictEqual(await held(), { holder: "person", heldBy: "desk" });
  const lease = await tell();
  assert.equal(lease.holds, "desk");
  const talk = await store.bridges.talkAfter(lease, 0, 99);
  assert.equal(talk.at(-1)?.author, "desk", "so that it is not told there again");
  const [entry] = (await store.bots.auditOf(bot.id, 9)).filter(
    ({ action }) => action === "conversation_taken",
  );
  assert.equal(entry?.actor, "another desk");
});

test("no email and no link is ever the name of whoever answers", async (t) => {
  const { hear, said } = await startHearing(t);
  const names = [
    "ada@shop.example",
    "ada@localhost",
    "https://evil.example",
    "\u202eevil.com",
    null,
  ];
  for (const [n, name] of names.entries()) {
    await hear(says(`Answer ${n}`, { id: `m${n}`, name }));
    assert.equal((await said()).at(-1), `the team: Answer ${n}`);
  }
});

test("an answer from the desk reaches the customer also while one of ours has the conversation, and takes it", async (t) => {
  const { hear, ref, store, held, said } = await startHearing(t);
  await answerAs(store, ref, "I look into it");
  assert.equal((await held()).heldBy, "operator_ada");
  assert.equal(await hear(says("It is on its way")), "said");
  assert.equal((await held()).heldBy, "desk");
  assert.equal((await said()).at(-1), "Ada: It is on its way");
});

test("the desk's closing gives the conversation back once; a late echo ends no new call, and none of ours", async (t) => {
  const { hear, ref, store, held, tell } = await startHearing(t);
  const closes = { kind: "closed", ...at, id: "c1" } as const;
  assert.equal(await hear(closes), "closed");
  assert.partialDeepStrictEqual(await held(), { holder: "bot", status: "closed" });
  await tell();
  assert.equal(await hear({ ...closes, id: "echo" }), "ignored");
  await callPerson(store, ref);
  assert.equal(await hear({ ...closes, id: "late echo" }), "ignored");
  await tell();
  assert.equal(await hear(closes), "ignored", "the same again");
  assert.equal((await held()).holder, "waiting");
  await answerAs(store, ref, "I am here");
  assert.equal(await hear({ ...closes, id: "c2" }), "ignored");
  assert.equal((await held()).heldBy, "operator_ada");
});

test("a desk speaks in no conversation of another bot, and in none that was not handed to it", async (t) => {
  const { hear, said, store } = await startHearing(t);
  await store.bots.create(
    { ...bot, id: "bot_2" },
    { signingSecret: "whsec_other", identitySecret: "other" },
  );
  await store.bridges.settings.set("bot_2", mailbox);
  const before = await said();
  assert.equal(await hear(says("Pay here"), "bot_2"), "unknown_conversation");
  for (const other of [{}, { conversation: "8" }]) {
    assert.equal(await hear(says("Pay here", { place: other })), "unknown_conversation");
  }
  assert.deepEqual(await said(), before);
});

test("what is far too long is cut into messages and ends in a mark; without words nothing is said", async (t) => {
  const { hear, said } = await startHearing(t);
  const before = (await said()).length;
  assert.equal(await hear(says("word ".repeat(10_000))), "said");
  const parts = (await said()).slice(before + 1);
  assert.equal(parts.length, 5);
  assert(parts.every((part) => part.length <= 2_005) && parts.at(-1)?.endsWith("…"));
  assert.equal(await hear(says(" \0 ", { id: "m2" })), "ignored");
  assert.equal(await hear(says("x", { id: "x".repeat(201) })), "ignored");
});

test("where the customer's platform takes nothing any more, the desk is told that its answer did not arrive", async (t) => {
  const windows = { windowHours: 24, personWindowHours: 24 };
  const { hear, run, tell } = await startHearing(t, () => windows);
  await run("update conversations set active_at = now() - interval '25 hours'");
  assert.equal(await hear(says("Good morning")), "not_delivered");
  assert.equal((await tell()).owesNote, "window_closed");
});

test("who answered from a desk that is taken away leaves the customer waiting for another", async (t) => {
  const { hear, store, ref } = await startHearing(t);
  await hear(says("Good morning"));
  assert.deepEqual(await store.assignments.heldByUnable(9), []);
  await store.bridges.settings.remove(bot.id);
  assert.deepEqual(await store.assignments.heldByUnable(9), [{ ...ref, heldBy: "desk" }]);
});
