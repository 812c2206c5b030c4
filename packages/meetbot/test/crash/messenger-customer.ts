import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { languages } from "@meetbot/presentation";
import type { SentMessage } from "../../src/graph-simulator/state.ts";
import type { Random } from "../fixtures/random.ts";
import { type Arrival, checkSent, SentFaultError } from "./check-sent.ts";
import type { Conversation, Customer, Said } from "./customer.ts";
import type { Meta } from "./meta.ts";
import { type Outcome, outcomeOf, type Troubles } from "./outcomes.ts";

/** So many things are said before the first of them is answered. */
const mostUnanswered = 3;

export interface MessengerOptions {
  meta: Meta;
  /** By the page's own count; no two customers have the same. */
  user: string;
  random: Random;
  /** No two customers have the same; part of each order number. */
  name: string;
  /** What the bot says to whoever begins. */
  welcome: string;
  /** Aborted when enough was said. */
  enough: AbortSignal;
  /** Resolves once no message waits to be sent any more. */
  drained(): Promise<void>;
  troubles: Troubles;
  /** No part may come again sooner. */
  againAfterMs: number;
  /** Nothing may take longer: a part of which nobody knows waits for its echo, and those before it too. */
  patienceMs: number;
}

/** Someone who writes to the page and waits for what Meta brings. */
export function startMessengerCustomer(options: MessengerOptions): Customer {
  const done = converse(options);
  // Looked at in the end; until then it is nobody's unhandled rejection.
  done.catch(() => {});
  return {
    async end() {
      const talk = await done;
      await options.drained();
      return { channel: "messenger", ...talk, ...lookAt(talk.said, options) };
    },
  };
}

async function converse(options: MessengerOptions) {
  const { meta, user, random, name, welcome, enough, patienceMs } = options;
  const said: Said[] = [];
  const waits: Conversation["waits"] = [];
  const parts = new Set<unknown>();
  meta.happenings.on(user, ({ message }: SentMessage) => parts.add(message.metadata));

  const untilAnswered = async (nth: number) => {
    const signal = AbortSignal.timeout(patienceMs);
    const count = said.slice(0, nth + 1).reduce((sum, { answer }) => sum + answer.length, 0);
    while (parts.size < count) {
      await once(meta.happenings, user, { signal }).catch(() => {
        const { id } = said[nth]!;
        throw new SentFaultError("lost", `nothing answers ${id} within ${patienceMs} ms`);
      });
    }
  };
  const answers: Promise<unknown>[] = [];
  do {
    const { item, answer } =
      said.length === 0
        ? { item: start, answer: [welcome] }
        : thinkOf(random, `${name}Q${String(said.length).padStart(6, "0")}`);
    const id = `m_${name}-${said.length}`;
    const nth = said.push({ id, answer }) - 1;
    const from = Date.now();
    answers[nth] = Promise.all([
      meta.act(user, withId(item, id)),
      untilAnswered(nth).then(() => {
        waits[nth] = { from, to: Date.now() };
      }),
    ]);
    answers[nth].catch(() => {});
    await answers[nth - mostUnanswered];
    await delay(random.below(150));
  } while (!enough.aborted);
  await Promise.all(answers);
  return { said, waits };
}

type Item = { message: object } | { postback: object };

const start: Item = { postback: { title: "Get Started", payload: "start" } };

function withId(item: Item, mid: string): object {
  return "message" in item
    ? { message: { mid, ...item.message } }
    : { postback: { mid, ...item.postback } };
}

/**
 * Mostly asks for an order of which nobody else asks, which is said in one message with its words, or for its
 * package, which comes as a card behind them. Taps the menu now and then.
 */
function thinkOf(random: Random, orderNumber: string): { item: Item; answer: string[] } {
  const kind = random.below(10);
  if (kind === 0)
    return { item: { message: { text: "help" } }, answer: [languages.en.dialog.help] };
  if (kind === 1) {
    const item = { postback: { title: "Help", payload: "menu:help" } };
    return { item, answer: [languages.en.dialog.help] };
  }
  const ask = (text: string): Item => ({ message: { text } });
  if (kind < 6) {
    const item = ask(`where is my order ${orderNumber}?`);
    return { item, answer: [`${languages.en.dialog.orderFound} ${orderNumber}`] };
  }
  const item = ask(`where is the package of order ${orderNumber}?`);
  return { item, answer: [languages.en.dialog.packageFound, `package of ${orderNumber}`] };
}

/** What came to this customer, judged by what its senders could know. */
function lookAt(said: Said[], { meta, user, troubles, againAfterMs }: MessengerOptions) {
  const sent = meta.sent.filter((one) => one.user === user);
  const outcomes = sent.map((one) => outcomeOf(one, troubles));
  const arrivals = sent.map((one, nth) => toArrival(one, outcomes[nth] === "known"));
  const repeatedParts = checkSent(arrivals, said, { againAfterMs });
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  return {
    uncertain: arrivals.flatMap(({ isKnown, atMs }, nth) =>
      isKnown ? [] : [{ from: atMs, to: arrivals[nth + 1]?.atMs ?? atMs }],
    ),
    counts: {
      sentParts: sent.length,
      cutCalls: count("cut"),
      lostAnswers: count("lost"),
      perhapsUnrecorded: count("unrecorded"),
      repeatedParts,
    },
  };
}

const orderTitle = languages.en.cards.words.order.replace("{number}", String.raw`(\w+)`);
const wordsAndOrder = new RegExp(`^(.+)\n\n${orderTitle} `);
const packageCard = /"template_type":"generic".*"title":"Package P(\w+)"/;

function toArrival({ message, atMs }: SentMessage, isKnown: boolean): Arrival {
  const metadata = String(message.metadata);
  return { metadata, content: contentOf(message), atMs, isKnown };
}

function contentOf(message: SentMessage["message"]): string {
  if (message.text !== undefined) {
    const text = String(message.text);
    const [, words, orderNumber] = wordsAndOrder.exec(text) ?? [];
    return orderNumber === undefined ? text : `${words} ${orderNumber}`;
  }
  const template = JSON.stringify(message.attachment);
  const [, ordered] = packageCard.exec(template) ?? [];
  return ordered === undefined ? template : `package of ${ordered}`;
}
