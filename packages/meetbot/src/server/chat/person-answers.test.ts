import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { newSecret } from "@meetbot/sdk";
import { post, takeSeat } from "../../../test/fixtures/conversation.ts";
import { readStream } from "../../../test/fixtures/event-stream.ts";
import { createDeskMoves } from "../../operations/desk/desk-moves.ts";
import { bot as firstBot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";

const bot = { ...firstBot, id: "bot_people" };
const patienceMs = 60_000;

/** A guest whose stream is read event by event, and a person of the shop. */
async function startTalk(t: TestContext) {
  const { url, store } = await startTestServer(t, {
    mailer: { send: async () => "sent" },
    publicUrl: "https://chat.shop.example",
  });
  await store.bots.create(bot, { signingSecret: newSecret(), identitySecret: newSecret() });
  const moves = createDeskMoves({
    ...store,
    ...{ windowsOf: () => null, botOf: async () => bot, mailsReplies: () => true },
    ...{ wakeWorker() {}, wakeDispatcher() {} },
  });
  const seat = await takeSeat(url, bot.id);
  const ref = { botId: bot.id, conversationId: seat.conversationId };
  const { id: by } = await store.operators.create({
    ...{ name: "Ada", email: "ada@shop.example", administrator: true },
  });
  const person = { by, actor: "Ada", names: { name: "Ada", publicName: null }, botName: bot.name };
  const left = new AbortController();
  t.after(() => left.abort());
  const listen = async function* (lastId = "") {
    const response = await fetch(`${seat.base}/events`, {
      headers: { authorization: `Bearer ${seat.token}`, "last-event-id": lastId },
      signal: AbortSignal.any([left.signal, AbortSignal.timeout(patienceMs)]),
    });
    for await (const { event, data } of readStream(response)) {
      const { at: _, ...told } = JSON.parse(data);
      yield { event, ...told };
    }
  };
  /** Reads on until an event is there. */
  const until = async (stream: ReturnType<typeof listen>, isIt: (told: Told) => boolean) => {
    for (;;) {
      const { value, done } = await stream.next();
      assert(!done, "the stream has ended");
      if (isIt(value)) return value;
    }
  };
  return { seat, store, ref, person, moves, listen, until };
}

// biome-ignore lint/suspicious/noExplicitAny: what the wire has
type Told = Record<string, any>;

const isState = ({ event }: Told) => event === "state";

test("the stream begins with who answers, and tells each change of a turn or of a person at once", async (t) => {
  const { seat, person, ref, moves, listen, until } = await startTalk(t);
  const stream = listen();
  assert.deepEqual(await until(stream, () => true), { event: "state", holder: "bot" });
  assert.equal((await post(seat, { text: "I want to talk to a person" })).status, 202);
  const startedAt = performance.now();
  assert.deepEqual(await until(stream, isState), { event: "state", holder: "waiting" });
  await moves.say(ref, person, { text: "Good morning!", writeKey: "1" });
  assert.deepEqual(await until(stream, isState), { event: "state", holder: "person" });
  const said = await until(stream, ({ from }) => from === "person");
  assert.deepEqual(said, {
    ...{ event: "message", seq: said.seq, from: "person", name: "Ada", locale: "en" },
    reply: { kind: "text", text: "Good morning!" },
  });
  await moves.giveBack(ref, person);
  assert.deepEqual(await until(stream, isState), { event: "state", holder: "bot" });
  // Sooner than the store is looked into where no hint came.
  assert(performance.now() - startedAt < 4_500);
});

test("who comes back hears first who answers by now, and a person's words as they were", async (t) => {
  const { person, ref, moves, listen, until } = await startTalk(t);
  await until(listen(), ({ event }) => event === "message");
  await moves.say(ref, person, { text: "Good morning!", writeKey: "1" });
  for (const lastId of ["", "1"]) {
    const again = listen(lastId);
    assert.deepEqual(await until(again, () => true), { event: "state", holder: "person" });
    assert.equal((await until(again, ({ from }) => from === "person")).name, "Ada");
  }
});

test("that a person writes is told by name", async (t) => {
  const { ref, store, listen, until } = await startTalk(t);
  const stream = listen();
  await until(stream, ({ event }) => event === "message");
  store.hints.give(ref, "Ada");
  const told = await until(stream, ({ event }) => event === "typing");
  assert.deepEqual(told, { event: "typing", from: "person", name: "Ada" });
});

test("who waited in vain can leave an email below the words that say so, once", async (t) => {
  const { seat, moves, listen, until } = await startTalk(t);
  const stream = listen();
  const next = () => until(stream, ({ event, from }) => event === "message" && from === "bot");
  const giveUp = async () => {
    assert.equal(await moves.expireWaiting(0, 10), 1);
    return next();
  };
  await next();
  await post(seat, { text: "I want to talk to a person" });
  await next();
  const told = await giveUp();
  assert.match(told.reply.text, /^Nobody is free just now\..* You can leave an email/);
  const [leave] = told.reply.choices;
  assert.equal(leave.title, "Leave an email");
  await post(seat, { payload: leave.payload });
  assert.equal((await next()).reply.ask, "email");
  await post(seat, { text: "yilia@meetbot.biz" });
  assert.match((await next()).reply.text, /comes by mail to yilia@meetbot\.biz/);
  await post(seat, { text: "I want to talk to a person" });
  await next();
  const again = await giveUp();
  assert.equal(again.reply.choices, undefined);
  assert.doesNotMatch(again.reply.text, /leave an email/);
});
