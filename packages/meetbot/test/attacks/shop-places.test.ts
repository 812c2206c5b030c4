import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import pino from "pino";
import { agent } from "../../src/merchant/scripted-merchant.fixture.ts";
import { createAskForBot } from "../../src/operations/endpoint/ask-for-bot.ts";
import { createBotCache } from "../../src/operations/endpoint/bot-cache.ts";
import { createUsageRecorder } from "../../src/operations/endpoint/usage-recorder.ts";
import { createWatchedCircuits } from "../../src/operations/endpoint/watched-circuits.ts";
import { newToken } from "../../src/secrets/token.ts";
import { bot, openTestStore } from "../../src/store/store.fixture.ts";
import { enqueue } from "../../src/turn/work/enqueue.ts";
import { startWorker } from "../../src/turn/work/work.ts";
import { startSlowMerchant } from "../fixtures/slow-merchant.ts";

// Everything behind the door of one node: mailbox, worker, gate and a shop that takes its time. How much
// comes through the door is limited there; here as much comes as the node can take.

const shopTakesMs = 300;
const chats = 80;
/** So often each has asked, or was turned away, before anybody else comes. */
const roundsBefore = 3;
const strangers = "198.51.100.0/24";

interface Served {
  ms: number;
  isTold: boolean;
}

/** A node whose chats can be talked to, and what its shop was asked. */
async function openNode(t: TestContext) {
  const { store } = await openTestStore(t);
  const shop = await startSlowMerchant({ after: (end) => t.after(end) }, () => shopTakesMs / 2);
  const asked: string[] = [];
  shop.queries.on("asked", (number: string) => asked.push(number));
  await store.bots.change(bot.id, { endpoint: shop.endpoint });
  const log = pino({ level: "silent" });
  const askers = createBotCache(store);
  const asking = {
    askers,
    agentOf: () => agent,
    circuits: createWatchedCircuits(store.health, log),
    health: store.health,
    recordUsage: createUsageRecorder(store.usage, log),
    log,
  };
  const waiting = new Map<string, (messages: Message[]) => void>();
  const worker = startWorker({
    channelOf: () => ({ isPushed: false, linksAccounts: false }),
    mailbox: store.mailbox,
    dueWork: store.dueWork,
    hints: store.hints,
    languageModel: null,
    botFor: askers.find,
    bookOf: async () => emptyBook,
    askMerchant: createAskForBot(asking),
    recordDelivery: store.deliveryLog.add,
    limits: store.limits,
    links: store.links,
    codes: null,
    newToken,
    onTurn() {},
    onStored: (ref, { messages }) => waiting.get(ref.conversationId)?.(messages),
    onCalled() {},
    onLate() {},
    dispatcher: { wake() {}, acquireSlot: () => null },
    log,
  });
  t.after(worker.stop);

  /** Says something, and resolves with what the bot says to it. */
  const say = async (ref: ConversationRef, network: string, text: string) => {
    const { promise, resolve } = Promise.withResolvers<Message[]>();
    waiting.set(ref.conversationId, resolve);
    const content = { kind: "text" as const, text, network };
    const dedupeKey = crypto.randomUUID();
    await enqueue({ mailbox: store.mailbox, worker }, ref, { dedupeKey, content });
    return promise;
  };
  const openChat = async (network: string) => {
    const ref = { botId: bot.id, conversationId: `c_${crypto.randomUUID()}` };
    const { promise, resolve } = Promise.withResolvers<Message[]>();
    waiting.set(ref.conversationId, resolve);
    const content = { kind: "start" as const, locale: "en" as const, account: null, network };
    await store.mailbox.open(ref, "web-chat", newToken(), { dedupeKey: "start", content });
    worker.wake(ref);
    await promise;
    return (text: string) => say(ref, network, text);
  };

  /** Measures how long a customer with a single question waits, and whether the bot shows their order. */
  const askOnce = async (network: string, number: string) => {
    const ask = await openChat(network);
    const startedAt = performance.now();
    const said = await ask(number);
    const isTold = said.some(
      ({ from, ...rest }) => from === "bot" && JSON.stringify(rest).includes(number),
    );
    return { ms: Math.round(performance.now() - startedAt), isTold };
  };
  return { asked, openChat, askOnce };
}

/**
 * Makes this many chats repeat the numbers they know, each as soon as it is answered. Returns how long customers who
 * came meanwhile waited.
 */
async function attack(
  openChat: (network: string) => Promise<(text: string) => Promise<Message[]>>,
  networkOf: (chat: number) => string,
  numbersOf: (chat: number) => string[],
  meanwhile: () => Promise<number>,
) {
  let isOver = false;
  let restless = 0;
  const warm = Promise.withResolvers<void>();
  const run = async (chat: number) => {
    const say = await openChat(networkOf(chat));
    const numbers = numbersOf(chat);
    for (let nth = 0; !isOver; nth++) {
      await say(numbers[nth % numbers.length]!);
      if (nth + 1 !== roundsBefore) continue;
      restless += 1;
      if (restless === chats) warm.resolve();
    }
  };
  const runs = Array.from({ length: chats }, (_, chat) => run(chat));
  await Promise.race([warm.promise, Promise.all(runs)]);
  const waitedMs = await meanwhile().finally(() => {
    isOver = true;
  });
  await Promise.all(runs);
  return waitedMs;
}

const numberOf = (chat: number) => `70${(chat % chats) + 100}000077`;

/** Together at most as many numbers as a network may try. */
const manyNumbers = (chat: number) => [0, 17, 34, 51, 68].map((nth) => numberOf(chat + nth));

/** Customers who come one after the other, meanwhile; returns how long they waited in the middle. */
async function serve(
  t: TestContext,
  askOnce: (network: string, number: string) => Promise<Served>,
  network: string,
): Promise<number> {
  const served: Served[] = [];
  for (let nth = 0; nth < 3; nth++) served.push(await askOnce(network, `8800000${nth}0099`));
  t.diagnostic(JSON.stringify(served));
  for (const { isTold } of served) assert(isTold, "the customer hears of their order");
  return served.map(({ ms }) => ms).sort((one, other) => one - other)[1]!;
}

test("80 chats of one network that go through a few numbers each keep nobody of another waiting", async (t) => {
  const { openChat, askOnce } = await openNode(t);
  const waitedMs = await attack(
    openChat,
    () => strangers,
    manyNumbers,
    () => serve(t, askOnce, "203.0.113.0/24"),
  );
  assert(waitedMs < 4 * shopTakesMs, `customers waited ${waitedMs} ms`);
});

test("nor anybody of the same network, nor where each comes from one of its own", async (t) => {
  const { openChat, askOnce } = await openNode(t);
  const networkOf = (chat: number) => (chat % 2 ? strangers : `10.${chat}.0.0/24`);
  const customers = () => serve(t, askOnce, strangers);
  const waitedMs = await attack(openChat, networkOf, manyNumbers, customers);
  assert(waitedMs < 4 * shopTakesMs, `customers waited ${waitedMs} ms`);
});

test("who says one number again and again has the shop asked once in a while", async (t) => {
  const { openChat, asked, askOnce } = await openNode(t);
  await attack(
    openChat,
    () => strangers,
    (chat) => [numberOf(chat)],
    () => serve(t, askOnce, strangers),
  );
  t.diagnostic(`${asked.length} queries`);
  const byNumber = [...Map.groupBy(asked, (number) => number).values()];
  const max = Math.max(...byNumber.map(({ length }) => length));
  // For the order and for its packages, three times each.
  assert(max <= 6, `the shop was asked for one number ${max} times`);
});
