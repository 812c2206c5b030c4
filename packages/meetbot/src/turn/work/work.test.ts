import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { languages } from "@meetbot/presentation";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { newToken } from "../../secrets/token.ts";
import { bot, openTestStore, textEvent } from "../../store/store.fixture.ts";
import type { Store } from "../../store/store.ts";
import { enqueue } from "./enqueue.ts";
import { type Ask, patienceMs, startTestWorker } from "./worker.fixture.ts";

// The worker on a real store. The shop is a function: it has every order it is asked for.

const numbers = ["MB0000000001", "MB0000000002", "MB0000000003"];
const questionFor = (number: string) => textEvent(number, `where is my order ${number}?`);

async function openWith(store: Store, asked: string[], botId = bot.id): Promise<ConversationRef> {
  const [first = "", ...others] = asked;
  const ref = { botId, conversationId: crypto.randomUUID() };
  await store.mailbox.open(ref, "web-chat", newToken(), questionFor(first));
  for (const number of others) await store.mailbox.enqueue(ref, questionFor(number));
  return ref;
}

/** Returns the bot's replies so far: the numbers of the orders shown, and texts that mention no order. */
async function said(store: Store, ref: ConversationRef): Promise<string[]> {
  const messages = await store.mailbox.messagesAfter(ref, 0, 100);
  return messages.flatMap(saidIn);
}

const tellsOfOrder = /^Your order \(/;

function saidIn(message: Message): string[] {
  if (message.from === "customer") return [];
  const { reply } = message;
  if (reply.kind === "text") return tellsOfOrder.test(reply.text) ? [] : [reply.text];
  return reply.kind === "orders" ? reply.orders.map(({ item }) => item.order_number ?? "") : [];
}

function untilSaid(store: Store, ref: ConversationRef, expected: string[]): Promise<void> {
  return eventually(patienceMs, async () => assert.deepEqual(await said(store, ref), expected));
}

test("a conversation's turns are taken in order and one at a time, however often it is woken", async (t) => {
  const { store } = await openTestStore(t);
  let asking = 0;
  const worker = startTestWorker(t, store, async () => {
    asking += 1;
    assert.equal(asking, 1);
    await delay(20);
    asking -= 1;
  });
  const ref = await openWith(store, numbers);
  for (let wake = 0; wake < 20; wake++) worker.wake(ref);
  await untilSaid(store, ref, numbers);
});

test("what conversations come to stands in the figures: answered, asked again, refused last", async (t) => {
  const { store, run } = await openTestStore(t);
  const worker = startTestWorker(t, store, async () => {});
  const question = "where is my order MB0000000001?";
  const conversations = {
    served: [question, "thanks"],
    again: [question, "WHERE is my order mb0000000001"],
    missed: [question, "who won the match yesterday?"],
    left: ["please cancel order MB0000000001", "thanks"],
    person: ["who won the match yesterday?", "I want to talk to a person"],
  };
  for (const [conversationId, [first = "", ...others]] of Object.entries(conversations)) {
    const ref = { botId: bot.id, conversationId };
    await store.mailbox.open(ref, "web-chat", newToken(), textEvent(newToken(), first));
    for (const text of others) await store.mailbox.enqueue(ref, textEvent(newToken(), text));
    worker.wake(ref);
  }
  await eventually(patienceMs, async () => {
    assert.deepEqual(await run("select from conversations where due_at is not null"), []);
  });
  assert.deepEqual(
    await run(
      "select conversation_id, answered, asked_again, refused from conversations order by 1",
    ),
    [
      { conversation_id: "again", answered: true, asked_again: true, refused: false },
      { conversation_id: "left", answered: true, asked_again: false, refused: true },
      { conversation_id: "missed", answered: true, asked_again: false, refused: true },
      { conversation_id: "person", answered: false, asked_again: false, refused: false },
      { conversation_id: "served", answered: true, asked_again: false, refused: false },
    ],
  );
  const span = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)].map(quarterAt);
  const [figures] = await store.overview.figures(bot.id, span);
  assert.partialDeepStrictEqual(figures, { withQuestion: 4, selfServed: 1, askedAgain: 1 });
});

const quarterAt = (at: Date) => new Date(Math.floor(at.getTime() / 900_000) * 900_000);

test("a conversation that nobody woke is found", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openWith(store, numbers);
  startTestWorker(t, store, async () => {});
  await untilSaid(store, ref, numbers);
});

test("a slow shop holds up its own conversation and no other", async (t) => {
  const { store } = await openTestStore(t);
  const slow = Promise.withResolvers<void>();
  const worker = startTestWorker(t, store, (number) =>
    number === numbers[0] ? slow.promise : Promise.resolve(),
  );
  const waiting = await openWith(store, [numbers[0]!]);
  worker.wake(waiting);
  const other = await openWith(store, [numbers[1]!]);
  worker.wake(other);
  await untilSaid(store, other, [numbers[1]!]);
  assert.deepEqual(await said(store, waiting), []);
  slow.resolve();
  await untilSaid(store, waiting, [numbers[0]!]);
});

test("shops that let all their customers wait leave room for those of others, and their turns", async (t) => {
  const { store } = await openTestStore(t);
  const slow = Promise.withResolvers<void>();
  const [slowNumber = "", quickNumber = ""] = numbers;
  const secrets = { signingSecret: "whsec_signing", identitySecret: "identity" };
  // More that wait than a node has places, and before everybody else.
  const slowBots = ["slow_1", "slow_2"];
  for (const id of slowBots) {
    await store.bots.create({ ...bot, id }, secrets);
    for (let nth = 0; nth < 250; nth++) await openWith(store, [slowNumber], id);
  }
  const worker = startTestWorker(t, store, (number) =>
    number === slowNumber ? slow.promise : Promise.resolve(),
  );
  try {
    // Nobody wakes these: they are found behind all that wait.
    const others = await Promise.all(
      Array.from({ length: 20 }, () => openWith(store, [quickNumber])),
    );
    for (const other of others) await untilSaid(store, other, [quickNumber]);
    // And these find a place at once.
    const woken = await openWith(store, [quickNumber]);
    worker.wake(woken);
    await untilSaid(store, woken, [quickNumber]);
  } finally {
    slow.resolve();
  }
});

test("a turn that fails is apologized for once, and the next is taken", async (t) => {
  const { store } = await openTestStore(t);
  const worker = startTestWorker(t, store, async (number) => {
    if (number === numbers[0]) throw new Error("a fault of our own");
  });
  const ref = await openWith(store, numbers);
  worker.wake(ref);
  await untilSaid(store, ref, [languages.en.dialog.failed, ...numbers.slice(1)]);
});

test("a turn that takes longer than its lease is still taken once, by one of two workers", async (t) => {
  const { store } = await openTestStore(t, { leaseMs: 1_500 });
  const asked: string[] = [];
  const ask: Ask = async (number) => {
    asked.push(number);
    await delay(number === numbers[0] ? 2_500 : 0);
  };
  const workers = [startTestWorker(t, store, ask), startTestWorker(t, store, ask)];
  const ref = await openWith(store, numbers);
  for (const worker of workers) worker.wake(ref);
  await untilSaid(store, ref, numbers);
  assert.deepEqual(asked, numbers);
});

test("a worker that lost its lease stops asking and stores nothing", async (t) => {
  const { store, run } = await openTestStore(t);
  const asking = new EventEmitter();
  const worker = startTestWorker(t, store, async (number, signal) => {
    asking.emit("asked", number, signal);
    await once(signal, "abort", { signal: AbortSignal.timeout(patienceMs) });
    signal.throwIfAborted();
  });
  const ref = await openWith(store, [numbers[0]!]);
  const asked = once(asking, "asked");
  worker.wake(ref);
  const [, signal] = (await asked) as [string, AbortSignal];
  // Another node takes the turn over, as after a long pause of this one.
  await run("update conversations set fence = fence + 1, lease_until = now() + interval '1 hour'");
  if (!signal.aborted) await once(signal, "abort", { signal: AbortSignal.timeout(patienceMs) });
  await worker.stop();
  assert.deepEqual(await said(store, ref), []);
});

test("an event is admitted and its turn taken at once, and what comes meanwhile follows", async (t) => {
  const { store } = await openTestStore(t);
  const shop = Promise.withResolvers<void>();
  const worker = startTestWorker(t, store, (number) =>
    number === numbers[1] ? shop.promise : Promise.resolve(),
  );
  const ref = await openWith(store, [numbers[0]!]);
  worker.wake(ref);
  await untilSaid(store, ref, [numbers[0]!]);
  const parts = { mailbox: store.mailbox, worker };

  assert.equal(await enqueue(parts, ref, questionFor(numbers[1]!)), "stored");
  assert.equal(worker.acquireSlot(ref), null, "its turn is taken");
  assert.equal(await enqueue(parts, ref, questionFor(numbers[2]!)), "stored");
  shop.resolve();

  await untilSaid(store, ref, numbers);
  assert.equal(await enqueue(parts, ref, questionFor(numbers[2]!)), "duplicate");
  worker.acquireSlot(ref)!.leave();
});

test("a place that is left is free again, and who was woken meanwhile gets it", async (t) => {
  const { store } = await openTestStore(t);
  const worker = startTestWorker(t, store, async () => {});
  const ref = await openWith(store, []);
  const place = worker.acquireSlot(ref);
  worker.wake(ref);
  assert.equal(worker.acquireSlot(ref), null);
  place!.leave();
  await eventually(patienceMs, async () => assert.deepEqual(await store.mailbox.due(10), []));
});

test("a turn whose lease is in hand is taken even while the node stops", async (t) => {
  const { store } = await openTestStore(t);
  const worker = startTestWorker(t, store, async () => {});
  const ref = await openWith(store, [numbers[0]!]);
  worker.wake(ref);
  await untilSaid(store, ref, [numbers[0]!]);
  const place = worker.acquireSlot(ref);
  const { lease } = await store.mailbox.enqueueAndTake(ref, questionFor(numbers[1]!));
  const stopped = worker.stop();
  place!.work(lease);
  await stopped;
  assert.deepEqual(await said(store, ref), numbers.slice(0, 2));
});

test("stop waits for the turns in hand and takes no others", async (t) => {
  const { store } = await openTestStore(t);
  const shop = Promise.withResolvers<void>();
  const asking = new EventEmitter();
  const worker = startTestWorker(t, store, async () => {
    asking.emit("asked");
    await shop.promise;
  });
  const ref = await openWith(store, [numbers[0]!, numbers[2]!]);
  const asked = once(asking, "asked");
  worker.wake(ref);
  await asked;
  const stopped = worker.stop();
  const late = await openWith(store, [numbers[1]!]);
  worker.wake(late);
  shop.resolve();
  await stopped;
  assert.deepEqual(await said(store, ref), [numbers[0]]);
  assert.deepEqual(await said(store, late), []);
});
