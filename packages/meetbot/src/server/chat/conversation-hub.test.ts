import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { DeskNews } from "@meetbot/model/desk/news.ts";
import { openTestStore } from "../../store/store.fixture.ts";
import { createConversationHub } from "./conversation-hub.ts";

const ref = { botId: "bot_1", conversationId: "c_1" };
const stranger = { network: "192.0.2.0/24", onDisplaced() {} };
const other = { botId: "bot_1", conversationId: "c_2" };

function follow(hub: ReturnType<typeof createConversationHub>, one: typeof ref) {
  const subscription = hub.subscribe(one, stranger);
  assert(subscription);
  return subscription;
}

/** Far longer than a test may last: a wait that resolves sooner got a hint. */
const forever = 2 ** 30;

test("a hint reaches the streams of its conversation and no others", async (t) => {
  const { hints } = (await openTestStore(t)).store;
  const hub = createConversationHub(hints);
  t.after(hub.close);
  const [first, second, apart] = [follow(hub, ref), follow(hub, ref), follow(hub, other)];
  let told = false;
  const waiting = apart.changed(forever).then(() => {
    told = true;
  });
  const heard = Promise.all([first.changed(forever), second.changed(forever)]);
  hints.give(ref);
  await heard;
  assert.equal(told, false);
  apart.end();
  await waiting;
});

test("a hint that comes while a stream is reading is heard when it listens again, once", async (t) => {
  const { hints } = (await openTestStore(t)).store;
  const hub = createConversationHub(hints);
  t.after(hub.close);
  const [reading, witness] = [follow(hub, ref), follow(hub, ref)];
  const given = witness.changed(forever);
  hints.give(ref);
  await given;
  await reading.changed(forever);
  const startedAt = performance.now();
  await reading.changed(20);
  assert(performance.now() - startedAt >= 19, "one hint was heard twice");
});

test("a stream that ends is told so and counted no more", async (t) => {
  const { hints } = (await openTestStore(t)).store;
  const hub = createConversationHub(hints);
  t.after(hub.close);
  const [first, second] = [follow(hub, ref), follow(hub, other)];
  assert.equal(hub.size(), 2);
  const waiting = first.changed(forever);
  first.end();
  first.end();
  await waiting;
  assert.equal(hub.size(), 1);
  second.end();
  assert.equal(hub.size(), 0);
});

test("closing wakes every stream", async (t) => {
  const { hints } = (await openTestStore(t)).store;
  const hub = createConversationHub(hints);
  const waiting = [ref, ref, other].map((one) => follow(hub, one).changed(forever));
  hub.close();
  await Promise.all(waiting);
});

test("no more streams than a node can take are begun, until one ends", async (t) => {
  const { hints } = (await openTestStore(t)).store;
  const hub = createConversationHub(hints, { max: 2, maxOfOne: 2, safeForMs: 60_000 });
  t.after(hub.close);
  const first = follow(hub, ref);
  follow(hub, other);
  assert.equal(hub.subscribe(ref, stranger), null);
  first.end();
  follow(hub, other);
  assert.equal(hub.size(), 2);
});

const message = (seq: number): Message => {
  return { seq, from: "bot", reply: { kind: "text", text: `${seq}`, locale: "en" } };
};

const news = (messages: Message[]): DeskNews => ({ messages, holder: "waiting", handledSeq: 0 });

test("what was handed over follows without a gap, once, and only in its conversation", async (t) => {
  const { hints } = (await openTestStore(t)).store;
  const hub = createConversationHub(hints);
  t.after(hub.close);
  const [one, twin, apart] = [follow(hub, ref), follow(hub, ref), follow(hub, other)];

  hub.handOver(ref, news([message(3), message(4)]));

  assert.deepEqual(one.after(2), news([message(3), message(4)]));
  assert.equal(one.after(4), null);
  assert.deepEqual(twin.after(3), news([message(4)]), "what it has seen is left out");
  assert.equal(apart.after(2), null);
});

test("where others wrote too, what was handed over is no answer", async (t) => {
  const { hints } = (await openTestStore(t)).store;
  const hub = createConversationHub(hints);
  t.after(hub.close);
  const stream = follow(hub, ref);
  hub.handOver(ref, news([message(4)]));
  assert.equal(stream.after(2), null, "3 is missing before it");
  hub.handOver(ref, news([message(3), message(5)]));
  assert.equal(stream.after(2), null, "4 is missing within it");
  hub.handOver(ref, news([message(3)]));
  assert.equal(stream.after(3), null, "it is known already");
});

test("that a person writes reaches the streams of the conversation on every node, once", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const elsewhere = createConversationHub((await openAgain()).hints);
  t.after(elsewhere.close);
  const [reader, apart] = [follow(elsewhere, ref), follow(elsewhere, other)];
  store.hints.give(ref, "Ada");
  // One that follows at once says no less.
  store.hints.give(ref);
  await reader.changed(forever);
  assert.equal(reader.writer(), "Ada");
  assert.equal(reader.writer(), null);
  assert.equal(apart.writer(), null);
});
