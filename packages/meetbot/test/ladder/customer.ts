import { type CustomerLocale, customerLocales, languages } from "@meetbot/presentation";
import { signIdentity } from "@meetbot/sdk";
import type { Mail } from "../../src/model/mail.ts";
import type { Random } from "../fixtures/random.ts";
import type { Findings } from "./findings.ts";
import type { InventedOrder, InventedShop } from "./invent-shop.ts";
import { nothingProved, type Proved } from "./may-see.ts";
import { readValues } from "./read-values.ts";
import { type SensitiveValues, wordOf } from "./sensitive-value.ts";
import type { LadderNode } from "./start-ladder.ts";
import { type CameOver, openTalker, type Talker } from "./talker.ts";
import { utterances } from "./utterances.ts";

/** How somebody comes: what they name or prove first. */
const ways = [
  ...["nothing", "number", "email", "both", "package", "tracking"],
  ...["code", "code", "signed", "signed"],
] as const;
type Way = (typeof ways)[number];

const minuteMs = 60_000;
/** As the table says: a code for half an hour, the shop's word for two. */
const livesFor = { code: 30 * minuteMs, signed: 120 * minuteMs };

/** All that playing a customer takes. */
export interface CustomerDeps {
  node: LadderNode;
  shop: InventedShop;
  identitySecret: string;
  random: Random;
  values: SensitiveValues;
  findings: Findings;
  network: string;
}

/** Somebody who chats with a shop, and knows what they have proved. */
export interface Customer {
  way: Way;
  proved: Proved;
  talker: Talker;
  /** So many things they said or tapped. */
  turns(): number;
  ask(times: number): Promise<void>;
  /** Opens the chat again, and has it mailed. */
  comeBack(): Promise<void>;
}

const titlesOf = (...keys: ("choiceGetCode" | "choiceKeepPosted" | "choiceKeepPostedAll")[]) =>
  new Set(customerLocales.flatMap((locale) => keys.map((key) => languages[locale].dialog[key])));
const codeTitles = titlesOf("choiceGetCode");
const newsTitles = titlesOf("choiceKeepPosted", "choiceKeepPostedAll");

/** Comes to a shop in one of the ways, and says what makes the proof. */
export async function comeToShop(deps: CustomerDeps): Promise<Customer> {
  const { node, shop, identitySecret, random, values, findings, network } = deps;
  const { botId } = shop;
  const pick = <Item>(items: readonly Item[]): Item => items[random.below(items.length)]!;
  const locale: CustomerLocale = pick(customerLocales);
  const words = utterances[locale];
  const way = pick(ways);
  const self = pick(shop.customers);
  const all = shop.customers.flatMap(({ orders }) => orders);
  const proved = nothingProved();
  let turns = 0;

  const identity =
    way === "signed"
      ? signIdentity({ identitySecret, botId, account: self.email, now: node.now })
      : undefined;
  if (way === "signed") proved.accounts.set(self.email, node.now() + livesFor.signed);

  const receiver = () => ({ shop, proved, now: node.now() });
  const onMessage = ({ from, data }: CameOver) => {
    if (from !== "customer") findings.checkCustomer(`chat (${from})`, data, receiver());
  };
  const body = { locale, ...(identity && { identity }) };
  const talker = await openTalker({ url: node.url, botId, network, body }, onMessage);

  /** Writes something, of which it is known from then on that they wrote it. */
  async function say(text: string): Promise<void> {
    for (const { value } of readValues(text, { values, botId })) proved.said.add(value.word);
    turns += 1;
    await talker.send({ text });
  }

  const fill = (wording: string, of: InventedOrder): string => {
    const { order, packages } = of;
    const pkg = packages.length > 0 ? pick(packages) : undefined;
    const parcel = (random.percent(50) ? pkg?.tracking_number : pkg?.package_number) ?? "PK1234XY";
    const number = order.order_number;
    if (wording.includes("{number}")) proved.numbers.add(wordOf(number));
    if (wording.includes("{email}")) proved.emails.add(of.owner);
    if (wording.includes("{package}")) proved.numbers.add(wordOf(parcel));
    return wording
      .replace("{number}", number)
      .replace("{email}", of.owner)
      .replace("{package}", parcel)
      .replace("{title}", pick(order.elements).title);
  };

  async function prove(): Promise<void> {
    const own = pick(self.orders);
    switch (way) {
      case "number":
        return say(fill(pick(words.byNumber), own));
      case "email":
        return say(fill(pick(words.byEmail), own));
      case "both":
        return say(fill(pick(words.byBoth), random.percent(80) ? own : mixed(own)));
      case "package":
      case "tracking":
        return say(fill(pick(words.byPackage), own));
      case "code":
        return readCode();
      default:
    }
  }

  /** An email with the number of somebody else's order. */
  const mixed = (own: InventedOrder): InventedOrder => ({ ...pick(all), owner: own.owner });

  async function readCode(): Promise<void> {
    const sent = () => node.mails.filter(({ to }) => to === self.email).length;
    const before = sent();
    await say(fill(words.byEmail[0]!, self.orders[0]!));
    const offer = talker.offered.find(({ title }) => codeTitles.has(title));
    if (sent() === before && offer) await tap(offer.payload);
    const code = codeIn(node.mails.findLast(({ to }) => to === self.email));
    if (sent() === before || code === null) return;
    proved.accounts.set(self.email, node.now() + livesFor.code);
    await say(code);
  }

  async function tap(payload: string): Promise<void> {
    turns += 1;
    await talker.send({ payload });
  }

  async function askSomething(): Promise<void> {
    const { offered } = talker;
    const news = offered.find(({ title }) => newsTitles.has(title));
    if (news && random.percent(50)) return tap(news.payload);
    if (offered.length > 0 && random.percent(35)) return tap(pick(offered).payload);
    if (random.percent(3)) return say(words.person);
    const of = random.percent(70) ? pick(self.orders) : pick(all);
    await say(fill(pick(words.questions), of));
  }

  await prove();
  return {
    ...{ way, proved, talker },
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

const codeIn = (mail: Mail | undefined) => /^(\d{6})$/m.exec(mail?.text ?? "")?.[1] ?? null;

/** All that is in a mail for whoever reads it. */
export const textOf = ({ subject, text, html }: Mail) => [subject, text, html].join("\n");
