import type { Mail } from "@meetbot/model/mail.ts";
import { customerLocales } from "@meetbot/presentation";
import { signIdentity } from "@meetbot/sdk";
import { pick } from "../fixtures/random.ts";
import { type Customer, type CustomerDeps, openCustomer, titlesOf } from "./customer.ts";
import type { InventedCustomer, InventedOrder } from "./invent-shop.ts";
import { nothingProved } from "./may-see.ts";
import { openSeat } from "./talker.ts";
import { utterances } from "./utterances.ts";

/** How somebody comes: what they name or prove first. */
const ways = [
  ...["nothing", "number", "email", "both", "package", "tracking"],
  ...["code", "code", "signed", "signed"],
] as const;

const minuteMs = 60_000;

/** As the table says: a code for half an hour, the shop's word for two. */
export const livesFor = { code: 30 * minuteMs, signed: 120 * minuteMs };

const codeTitles = titlesOf("choiceGetCode");

/** Opens a conversation with a shop in a random way and provides what that way needs as proof. */
export async function comeToShop(
  deps: CustomerDeps & { identitySecret: string },
): Promise<Customer> {
  const { node, shop, identitySecret, random, network } = deps;
  const { botId } = shop;
  const locale = pick(random, customerLocales);
  const words = utterances[locale];
  const way = pick(random, ways);
  const self = pick(random, shop.customers);
  const proved = nothingProved();
  const vouched = { identitySecret, botId, account: self.email, now: node.now };
  const identity = way === "signed" ? signIdentity(vouched) : undefined;
  if (identity) proved.accounts.set(self.email, node.now() + livesFor.signed);
  const seat = await openSeat(
    { url: node.url, botId, network },
    { locale, ...(identity && { identity }) },
  );
  const customer = await openCustomer(deps, { self, locale, seat, proved });
  const name = (wordings: readonly string[], of: InventedOrder) =>
    customer.say(customer.fill(pick(random, wordings), of));
  const own = pick(random, self.orders);
  // Now and then with the number of somebody else's order.
  const all = shop.customers.flatMap(({ orders }) => orders);
  const mixed = random.percent(80) ? own : { ...pick(random, all), owner: own.owner };
  if (way === "number") await name(words.byNumber, own);
  if (way === "email") await name(words.byEmail, own);
  if (way === "both") await name(words.byBoth, mixed);
  if (way === "package" || way === "tracking") await name(words.byPackage, own);
  if (way === "code") {
    await name(words.byEmail.slice(0, 1), own);
    await readCode(customer, self, deps);
  }
  return customer;
}

/** Has a code sent, reads it in the mailbox, and says it. */
async function readCode(
  { talker, proved, say, tap }: Customer,
  { email }: InventedCustomer,
  { node }: CustomerDeps,
): Promise<void> {
  const sent = () =>
    node.mails
      .filter(({ to }) => to === email)
      .map(codeIn)
      .filter(Boolean);
  const before = sent().length;
  const offer = talker.offered.find(({ title }) => codeTitles.has(title));
  if (offer) await tap(offer.payload);
  const code = sent().at(-1);
  if (sent().length === before || !code) return;
  proved.accounts.set(email, node.now() + livesFor.code);
  await say(code);
}

const codeIn = ({ text }: Mail) => /^(\d{6})$/m.exec(text)?.[1];
