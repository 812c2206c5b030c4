import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { heldByBot } from "@meetbot/model/desk/holder.ts";
import type { Order } from "@meetbot/protocol";
import pino from "pino";
import { send } from "../../src/channels/web-chat/send.ts";
import { visibleReply } from "../../src/identity/visible-reply.ts";
import { newChoiceToken, newToken } from "../../src/secrets/token.ts";
import { bot, delivery, openTestStore } from "../../src/store/store.fixture.ts";
import type { Store } from "../../src/store/store.ts";
import { noLinks } from "../../src/turn/no-links.fixture.ts";
import { takeTurn } from "../../src/turn/take-turn.ts";
import { startWorker } from "../../src/turn/work/work.ts";
import { eventually } from "../fixtures/eventually.ts";
import { createShopper } from "../fixtures/shopper.ts";
import { withoutStage } from "../fixtures/without-stage.ts";

// The stranger finds the device on which a customer chatted, after what the customer proved has
// ended. Hours cannot be waited for: here is the worker on a real store, and the stream and the turn
// at another time than now.

const jane = createShopper("jane");
const [first] = jane.orders as [Order, ...Order[]];
const numbers = jane.orders.map(({ order_number }) => order_number);
const hourMs = 60 * 60 * 1000;
const patienceMs = 60_000;

/** The shop is a function: it has Jane's orders, and a package of each. */
function answerTo(question: Question): MerchantAnswer {
  if ("userAccount" in question) return { kind: "orders", orders: jane.orders, hasNextPage: false };
  const orders =
    "orderNumber" in question
      ? jane.orders.filter(({ order_number }) => order_number === question.orderNumber)
      : [];
  if (orders.length === 0) return noSuchOrder;
  if (question.method === "orders") return { kind: "orders", orders, hasNextPage: false };
  const packages = orders.map(({ order_number }) => ({
    order_number,
    package_number: `PK-${order_number}`,
    package_status: "On its way",
  }));
  return { kind: "packages", packages, hasNextPage: false };
}

const noSuchOrder: MerchantAnswer = {
  kind: "refusal",
  reason: "order_not_found",
  code: 11001,
  message: "",
};

const deliveryOf = () => ({ ...delivery, id: crypto.randomUUID() });

/** A conversation that is stored, and what a new stream of it sends at a time. */
async function converse(t: TestContext, account: string | null, contents: EventContent[]) {
  const { store } = await openTestStore(t);
  const worker = startWorker({
    channelOf: () => ({ isPushed: false, linksAccounts: false }),
    mailbox: store.mailbox,
    dueWork: store.dueWork,
    hints: store.hints,
    languageModel: null,
    botFor: async () => ({
      bot,
      secrets: { signingSecrets: ["s"], identitySecrets: ["i"] },
      health: { failingSince: null, stopped: null },
    }),
    bookOf: async () => emptyBook,
    askMerchant: async (_, question) => ({ answer: answerTo(question), delivery: deliveryOf() }),
    limits: store.limits,
    codes: null,
    links: store.links,
    recordDelivery: store.deliveryLog.add,
    newToken: newChoiceToken,
    onTurn: () => {},
    onStored: () => {},
    onCalled() {},
    onLate: () => {},
    dispatcher: { wake() {}, acquireSlot: () => null },
    log: pino({ level: "silent" }),
  });
  t.after(worker.stop);
  const ref = { botId: bot.id, conversationId: "c_1" };
  const start: EventContent = { kind: "start", locale: "en", account };
  await store.mailbox.open(ref, "web-chat", newToken(), { dedupeKey: "start", content: start });
  worker.wake(ref);
  for (const content of contents) {
    await store.mailbox.enqueue(ref, { dedupeKey: crypto.randomUUID(), content });
    worker.wake(ref);
  }
  const streamAt = (atMs: number) => streamOf(store, ref, atMs);
  return { store, ref, streamAt, untilSaid: untilShown(store, ref) };
}

/** Waits until so many messages of the bot show orders. */
const untilShown = (store: Store, ref: ConversationRef) => (count: number) =>
  eventually(patienceMs, async () => {
    const messages = await store.mailbox.messagesAfter(ref, 0, 100);
    const replies = messages.flatMap((one) => (one.from === "bot" ? [one.reply] : []));
    assert.equal(replies.filter(({ kind }) => kind === "orders").length, count);
    return replies;
  });

/** All that a new stream sends before it waits. */
async function streamOf(store: Store, ref: ConversationRef, atMs: number): Promise<string> {
  const ended = new AbortController();
  const frames = send(
    {
      read: (afterSeq, limit) => store.mailbox.messagesAfter(ref, afterSeq, limit),
      holder: () => "bot",
      handledSeq: () => 0,
      writer: () => null,
      async changed() {
        ended.abort();
        return false;
      },
      askForNews() {},
      visible: (reply) => visibleReply(reply, atMs),
      now: () => atMs,
      signal: ended.signal,
    },
    0,
  );
  return (await Array.fromAsync(frames)).join("");
}

function assertHidden(stream: string, secrets: string[]): void {
  for (const secret of secrets) assert(!stream.includes(secret), `${secret} in: ${stream}`);
}

/** How the button of an order is named: by its goods, as far as a button holds them. */
const goodsOf = ({ elements }: Order) => elements[0]!.title.slice(0, 12);

const goods = jane.orders.map(({ elements }) => elements[0]!.title);
const buttons = jane.orders.map(goodsOf);

test("a stranger who reads a signed-in customer's chat after two hours sees no number, name or goods", async (t) => {
  const asks: EventContent = { kind: "text", text: "my orders in progress" };
  const { store, ref, streamAt, untilSaid } = await converse(t, jane.email, [asks]);
  const replies = await untilSaid(1);
  const tap = tapOn(replies, goodsOf(first));
  await store.mailbox.enqueue(ref, { dedupeKey: crypto.randomUUID(), content: tap });
  await eventually(patienceMs, async () => {
    assert.match(await streamAt(Date.now()), /"packages":/);
  });

  const fresh = await streamAt(Date.now() + 2 * hourMs - 60_000);
  for (const secret of [...jane.person, ...numbers, ...goods, ...buttons])
    assert(fresh.includes(secret));
  const late = await streamAt(Date.now() + 2 * hourMs);
  assertHidden(late, [...jane.person, ...numbers, ...goods, ...buttons]);
  assert.equal(late.match(/"order_number":"····/g)?.length, jane.orders.length + 1);
  assert(late.includes('"title":"Past"'));
});

const named =
  (words: string) =>
  ({ title }: { title: string }) =>
    title.includes(words);

test("a stranger who reads what was shown for a typed number sees no goods after a day", async (t) => {
  const shows: EventContent = { kind: "text", text: `show order ${first.order_number}` };
  const { streamAt, untilSaid } = await converse(t, null, [shows]);
  await untilSaid(1);
  assert((await streamAt(Date.now() + 23 * hourMs)).includes(goods[0]!));
  const late = await streamAt(Date.now() + 24 * hourMs);
  assertHidden(late, [...goods, ...jane.person, numbers[1]!]);
  const order = /"orders":\[(\{.*?\})\]/.exec(late)?.[1];
  const shown = withoutStage(JSON.parse(order ?? "{}"));
  assert.deepEqual(Object.keys(shown).sort(), ["order_number", "status"]);
});

/** Takes the turns of one conversation by itself, at any time. The shop may have lost its orders. */
function openTalk({ limits }: Store, conversationId: string) {
  let before: ConversationState | null = null;
  return async (event: EventContent, now: number, isShopEmpty = false) => {
    const turn = await takeTurn(
      bot,
      { conversationId, before, held: heldByBot, event },
      {
        askModel: null,
        askMerchant: async (question) => ({
          answer: isShopEmpty ? noSuchOrder : answerTo(question),
          delivery: deliveryOf(),
        }),
        limits,
        codes: null,
        answers: emptyBook,
        ...noLinks,
        now: () => now,
        newToken: newChoiceToken,
      },
    );
    before = turn.state;
    return turn.replies;
  };
}

function tapOn(seen: OutboundReply[], words: string): EventContent {
  const choice = seen.flatMap(({ choices }) => choices ?? []).find(named(words));
  assert(choice, `${words} was not offered`);
  return { kind: "tap", payload: choice.payload };
}

/** What a stranger does where a customer was signed in two hours ago. */
const afterwards: [what: string, event: (seen: OutboundReply[]) => EventContent][] = [
  ["asks for the orders again", () => ({ kind: "text", text: "my orders in progress" })],
  ["asks where the package is", () => ({ kind: "text", text: "where is my package?" })],
  ["taps the button of an order", (seen) => tapOn(seen, goodsOf(first))],
  ["taps the button of a package's order", (seen) => tapOn(seen, "Show the order")],
  ["taps the button of another list", (seen) => tapOn(seen, "Past")],
];

test("a stranger who talks on when a sign-in has ended is told no number, whatever they do", async (t) => {
  const { store } = await openTestStore(t);
  for (const [what, event] of afterwards) {
    for (const isShopEmpty of [false, true]) {
      await t.test(`${what}${isShopEmpty ? ", and the order is gone" : ""}`, async () => {
        const talk = openTalk(store, crypto.randomUUID());
        const signedIn = Date.now();
        await talk({ kind: "start", locale: "en", account: jane.email }, signedIn);
        const list = await talk({ kind: "text", text: "my orders in progress" }, signedIn);
        const parcel = await talk(tapOn(list, goodsOf(first)), signedIn);
        assert(JSON.stringify(parcel).includes(`PK-${first.order_number}`));

        const late = signedIn + 2 * hourMs;
        const replies = await talk(event([...list, ...parcel]), late, isShopEmpty);
        assert(replies.length > 0);
        const visible = JSON.stringify(replies.map((reply) => visibleReply(reply, late)));
        assertHidden(visible, [...jane.person, ...numbers, ...goods, ...buttons]);
      });
    }
  }
});
