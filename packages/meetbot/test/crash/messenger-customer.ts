import { languages } from "@meetbot/presentation";
import type { SentMessage } from "../../src/graph-simulator/state.ts";
import type { Random } from "../fixtures/random.ts";
import { toldOfEach } from "../fixtures/slow-merchant.ts";
import type { Arrival } from "./check-sent.ts";
import { asMostly, type Customer } from "./customer.ts";
import { outcomeOf, type Troubles } from "./outcomes.ts";
import { type PlatformCustomerOptions, startPlatformCustomer } from "./platform-customer.ts";
import type { Meta } from "./platforms/meta.ts";

export interface MessengerOptions extends PlatformCustomerOptions {
  meta: Meta;
  troubles: Troubles;
}

/** Someone who writes to the page and waits for what Meta brings. */
export function startMessengerCustomer(options: MessengerOptions): Customer {
  const { meta, user, random, name, welcome, troubles } = options;
  return startPlatformCustomer(
    {
      ...{ channel: "messenger", happenings: meta.happenings },
      actOf(nth, id) {
        const { item, answer } =
          nth === 0
            ? { item: start, answer: [welcome] }
            : inventMessage(random, `${name}Q${String(nth).padStart(6, "0")}`);
        return { answer, bring: () => meta.act(user, withId(item, id)) };
      },
      arrivals: () =>
        meta.sent
          .filter((one) => one.user === user)
          .map((one) => {
            const outcome = outcomeOf(one, troubles);
            return { arrival: toArrival(one, outcome === "known"), outcome };
          }),
    },
    options,
  );
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
function inventMessage(random: Random, orderNumber: string): { item: Item; answer: string[] } {
  const kind = random.below(10);
  if (kind === 0)
    return { item: { message: { text: "help" } }, answer: [languages.en.dialog.help] };
  if (kind === 1) {
    const item = { postback: { title: "Help", payload: "menu:help" } };
    return { item, answer: [languages.en.dialog.help] };
  }
  const ask = (text: string): Item => ({ message: { text } });
  if (kind < 6) {
    const item = ask(`show order ${orderNumber}`);
    return { item, answer: [`${toldOfEach} ${orderNumber}`] };
  }
  const item = ask(`where is the package of order ${orderNumber}?`);
  return { item, answer: [toldOfEach, `package of ${orderNumber}`] };
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
    const text = asMostly(String(message.text));
    const [, words, orderNumber] = wordsAndOrder.exec(text) ?? [];
    return orderNumber === undefined ? text : `${words} ${orderNumber}`;
  }
  const template = JSON.stringify(message.attachment);
  const [, ordered] = packageCard.exec(template) ?? [];
  return ordered === undefined ? template : `package of ${ordered}`;
}
