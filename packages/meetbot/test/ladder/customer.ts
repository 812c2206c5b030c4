import type { Mail } from "@meetbot/model/mail.ts";
import { type CustomerLocale, customerLocales, languages } from "@meetbot/presentation";
import { pick, type Random } from "../fixtures/random.ts";
import type { Findings } from "./findings.ts";
import type { InventedCustomer, InventedOrder, InventedShop } from "./invent-shop.ts";
import type { Proved } from "./may-see.ts";
import { readValues } from "./read-values.ts";
import { type SensitiveValues, wordOf } from "./sensitive-value.ts";
import type { LadderNode } from "./start-ladder.ts";
import { openTalker, type Seat, type Talker } from "./talker.ts";
import { utterances } from "./utterances.ts";

/** All that playing a customer takes. */
export interface CustomerDeps {
  node: LadderNode;
  shop: InventedShop;
  random: Random;
  values: SensitiveValues;
  findings: Findings;
  network: string;
}

/** Somebody who chats with a shop, and knows what they have proved. */
export interface Customer {
  proved: Proved;
  talker: Talker;
  /** So many things they said or tapped. */
  turns(): number;
  say(text: string): Promise<void>;
  tap(payload: string): Promise<void>;
  /** Puts what an order is called by into a wording: from then on they have named that. */
  fill(wording: string, of: InventedOrder): string;
  ask(times: number): Promise<void>;
  /** Opens the chat again, and has it mailed. */
  comeBack(): Promise<void>;
}

/** What buttons are called, in whichever language. */
export const titlesOf = (
  ...keys: ("choiceGetCode" | "choiceKeepPosted" | "choiceKeepPostedAll")[]
) => new Set(customerLocales.flatMap((locale) => keys.map((key) => languages[locale].dialog[key])));
const newsTitles = titlesOf("choiceKeepPosted", "choiceKeepPostedAll");

/** Who somebody is, and where they sit. */
export interface CustomerOptions {
  self: InventedCustomer;
  locale: CustomerLocale;
  seat: Seat;
  /** Before they say anything. */
  proved: Proved;
}

/** How many characters of a message a finding's report includes. */
const maxKept = 1_000;

/** Sits down in a conversation. All that comes over its stream is looked at. */
export async function openCustomer(
  deps: CustomerDeps,
  { self, locale, seat, proved }: CustomerOptions,
): Promise<Customer> {
  const { node, shop, random, values, findings } = deps;
  const { botId } = shop;
  const words = utterances[locale];
  const all = shop.customers.flatMap(({ orders }) => orders);
  let turns = 0;

  const talk: string[] = [];
  const receiver = () => ({ shop, proved, now: node.now(), talk });
  const talker = await openTalker(seat, ({ from, data }) => {
    talk.push(data.slice(0, maxKept));
    if (from !== "customer") findings.checkCustomer(`chat (${from})`, data, receiver());
  });

  /** Writes something, of which it is known from then on that they wrote it. */
  async function say(text: string): Promise<void> {
    for (const { value } of readValues(text, { values, botId })) proved.said.add(value.word);
    turns += 1;
    await talker.send({ text });
  }

  async function tap(payload: string): Promise<void> {
    turns += 1;
    await talker.send({ payload });
  }

  const fill = (wording: string, of: InventedOrder): string => {
    const { order, packages } = of;
    const pkg = packages.length > 0 ? pick(random, packages) : undefined;
    const parcel = (random.percent(50) ? pkg?.tracking_number : pkg?.package_number) ?? "PK1234XY";
    const number = order.order_number;
    if (wording.includes("{number}")) proved.numbers.add(wordOf(number));
    if (wording.includes("{email}")) proved.emails.add(of.owner);
    if (wording.includes("{package}")) proved.numbers.add(wordOf(parcel));
    return wording
      .replace("{number}", number)
      .replace("{email}", of.owner)
      .replace("{package}", parcel)
      .replace("{title}", pick(random, order.elements).title);
  };

  async function askSomething(): Promise<void> {
    const { offered } = talker;
    const news = offered.find(({ title }) => newsTitles.has(title));
    if (news && random.percent(50)) return tap(news.payload);
    if (offered.length > 0 && random.percent(35)) return tap(pick(random, offered).payload);
    if (random.percent(3)) return say(words.person);
    const of = pick(random, random.percent(70) ? self.orders : all);
    await say(fill(pick(random, words.questions), of));
  }

  return {
    ...{ proved, talker, say, tap, fill },
    turns: () => turns,
    async ask(times) {
      for (let nth = 0; nth < times; nth += 1) await askSomething();
    },
    async comeBack() {
      const again = await talker.readAgain();
      for (const { from, data } of again) {
        if (from !== "customer") findings.checkCustomer("chat, read again", data, receiver());
      }
      // One after the other: two conversations may be mailed to the same mailbox.
      for (const mail of await node.mailsDuring(() => talker.ask("/transcript", "POST", {}))) {
        findings.checkCustomer("mailed conversation", textOf(mail), receiver());
      }
    },
  };
}

/** Returns everything in a mail that its reader can see. */
export const textOf = ({ subject, text, html }: Mail) => [subject, text, html].join("\n");
