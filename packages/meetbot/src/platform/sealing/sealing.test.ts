import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import { parseKeyRing } from "../../secrets/key-ring.ts";
import { SealError } from "../../secrets/seal.ts";
import { newToken } from "../../secrets/token.ts";
import { connection, customerOf, on } from "../../store/outbox/connected.fixture.ts";
import {
  bot,
  conformanceRun,
  delivery,
  openConversation,
  openTestStore,
  refusedTest,
  state,
  textEvent,
  turnSaying,
} from "../../store/store.fixture.ts";

const broken = (error: unknown) => error instanceof SealError && error.code === "seal_broken";

test("nothing that people or merchants said is in the database in the clear", async (t) => {
  const { store, run } = await openTestStore(t);
  const canary = "canary-7f3a";
  const token = `${canary}-${newToken()}`;
  const secretive = { ...bot, id: "bot_2" };
  const signingSecret = `whsec_${canary}`;
  await store.bots.create(secretive, { signingSecret, identitySecret: `${canary}-old` });
  const order = { overlapS: 3600, force: false };
  await store.bots.rotateSecret("bot_2", { kind: "identity", secret: canary, ...order });
  await store.bots.rotateSecret("bot_2", { kind: "signing", secret: `${canary}-next`, ...order });
  const secretFingerprint = fingerprintOf(`${canary}-next`);
  const step = { ...refusedTest.steps[0]!, detail: canary, requestBody: canary };
  const tested = { ...refusedTest, steps: [step] };
  await store.bots.recordTest("bot_2", { url: bot.endpoint, secretFingerprint, test: tested });
  const { result } = conformanceRun;
  const subject = { ...result.subject, account: canary };
  await store.runs.keep("bot_2", { ...conformanceRun, result: { ...result, subject } });
  const taught = [{ text: canary, meaning: "nothing" as const }];
  const book = { ...emptyBook, taught };
  await store.answers.save("bot_2", { after: 0, book, what: "taught", topic: null });
  const secrets = { token: canary, other: canary };
  await store.channels.links.connect(bot.id, { ...connection, secrets });
  const customer = customerOf(canary);
  await store.channels.enqueue(on, [
    { customer, atMs: null, kind: "event", event: textEvent("m1", canary), isToBot: false },
  ]);
  const ref = await openConversation(store, { token, first: textEvent("first", canary) });
  const lease = await store.mailbox.take(ref);
  await store.mailbox.commitTurn(lease!, {
    ...turnSaying(canary),
    state: { ...state, dialog: { ...state.dialog, email: canary } },
    deliveries: [
      {
        ...delivery,
        detail: canary,
        requestBody: canary,
        exchanges: delivery.exchanges.map((each) => ({ ...each, responseBody: canary })),
      },
    ],
  });

  const tables = await run("select tablename from pg_tables where schemaname = 'public'");
  let dump = "";
  for (const { tablename } of tables) {
    for (const row of await run(`select * from ${tablename}`)) {
      for (const cell of Object.values(row)) {
        dump += Buffer.isBuffer(cell) ? cell.toString("latin1") : JSON.stringify(cell);
      }
    }
  }

  assert.match(dump, /conversation_1/);
  assert.doesNotMatch(dump, /canary-7f3a/);
  assert.deepEqual(await store.bots.secretsOf("bot_2"), {
    signingSecrets: [signingSecret, `${canary}-next`],
    identitySecrets: [canary, `${canary}-old`],
  });
  assert.equal((await store.bots.testsOf("bot_2"))[0]?.test.steps[0]?.detail, canary);
});

test("a message moved to another conversation does not open", async (t) => {
  const { store, run } = await openTestStore(t);
  await openConversation(store, { conversationId: "one" });
  const other = await openConversation(store, { conversationId: "other" });
  await run(`update messages set body = (select body from messages where conversation_id = 'one')`);
  await assert.rejects(store.mailbox.messagesAfter(other, 0, 10), broken);
});

test("a customer's message moved to the bot's side does not open", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await run("update messages set direction = 'out', dedupe_key = null, status = 'sent'");
  await assert.rejects(store.mailbox.messagesAfter(ref, 0, 10), broken);
});

test("a key moved to another conversation does not open", async (t) => {
  const { store, openAgain, run } = await openTestStore(t);
  const token = newToken();
  await openConversation(store, { conversationId: "one" });
  await openConversation(store, { conversationId: "other", token });
  await run(`
    update conversations as other set sealed_key = one.sealed_key
    from conversations as one where one.conversation_id = 'one'`);
  const { mailbox } = await openAgain();
  await assert.rejects(mailbox.find(bot.id, token), broken);
});

test("messages of a deleted conversation stay shut, wherever a copy of them is", async (t) => {
  const { store, openAgain, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await run("create table backup as select * from messages");
  await run("delete from conversations");
  assert.deepEqual(await run("select * from messages"), []);
  await openConversation(store);
  await run("delete from messages");
  await run("insert into messages select * from backup");

  const { mailbox } = await openAgain();

  await assert.rejects(mailbox.messagesAfter(ref, 0, 10), broken);
});

test("the key of a deleted conversation is forgotten after a minute", async (t) => {
  let now = 1;
  const { store, run } = await openTestStore(t, { now: () => now });
  const ref = await openConversation(store);
  assert.equal((await store.mailbox.messagesAfter(ref, 0, 10)).length, 1);
  await run("update conversations set sealed_key = '\\x01'");

  now = 60_000;
  assert.equal((await store.mailbox.messagesAfter(ref, 0, 10)).length, 1);
  now = 60_002;
  await assert.rejects(store.mailbox.messagesAfter(ref, 0, 10), SealError);
});

test("another master key opens nothing, and the error names both keys by id", async (t) => {
  const { openAgain } = await openTestStore(t);
  const otherRing = parseKeyRing(randomBytes(32).toString("base64"));
  await assert.rejects(openAgain({ keyRing: otherRing }), (error: unknown) => {
    return error instanceof SealError && error.message.includes(otherRing[0].id);
  });
});
