import type { Mail } from "@meetbot/model/mail.ts";
import { customerLocales } from "@meetbot/presentation";
import type { PackageStatusCode } from "@meetbot/protocol";
import { openFormBrowser } from "../../src/server/chat/track/form-browser.fixture.ts";
import { pick, type Random } from "../fixtures/random.ts";
import { comeByMail } from "./come-by-mail.ts";
import { comeToShop } from "./come-to-shop.ts";
import { type Customer, textOf } from "./customer.ts";
import type { Findings } from "./findings.ts";
import { lookMasked, lookRevealed, wasShown } from "./look-as-operators.ts";
import { nothingProved } from "./may-see.ts";
import { type OpenShop, openShop } from "./open-shop.ts";
import type { Operators } from "./operators.ts";
import { readValues } from "./read-values.ts";
import { type SensitiveValues, wordOf } from "./sensitive-value.ts";
import type { LadderNode } from "./start-ladder.ts";

/** What playing takes. */
export interface PlayDeps {
  node: LadderNode;
  operators: Operators;
  findings: Findings;
  values: SensitiveValues;
  random: Random;
  /** A network that nobody else comes from. */
  newNetwork(): string;
  customers: number;
  asks: number;
}

/** A shop whose customers go on later, when what they have proved may have ended. */
export interface PlayedShop {
  /** They come back, ask again, and people look again. */
  goOn(): Promise<void>;
  /** One of them comes back by a mail's link. */
  comeByMail(): Promise<void>;
  /** Looks at all that was sent meanwhile, and ends it. Returns how many turns there were. */
  end(): Promise<number>;
}

const newsStatuses = ["Out for delivery", "Delivered", "Delayed"];
const newsCodes: PackageStatusCode[] = ["out_for_delivery", "delivered", "exception"];

/** Opens a shop, lets its customers come and receive updates, and lets operators look at them. */
export async function playShop(deps: PlayDeps): Promise<PlayedShop> {
  const { node, operators, findings, values, random, newNetwork } = deps;
  const open = await openShop(node, operators, deps);
  const { shop, identitySecret, push } = open;
  const customers = await Promise.all(
    Array.from({ length: deps.customers }, () =>
      comeToShop({
        ...{ node, shop, identitySecret, random, values, findings, network: newNetwork() },
      }),
    ),
  );
  const all = (each: (customer: Customer) => Promise<void>) => Promise.all(customers.map(each));
  const looking = { shop, customers, operators, findings, random, now: node.now };
  await all((customer) => customer.ask(deps.asks));
  const parcels = shop.customers.flatMap(({ orders }) => orders.flatMap((one) => one.packages));
  for (const parcel of parcels.slice(0, 4)) {
    const nth = random.below(newsCodes.length);
    parcel.package_status = newsStatuses[nth]!;
    parcel.package_status_code = newsCodes[nth]!;
    const { order_number: orderNumber, package_number: packageNumber } = parcel;
    const news = { packageNumber, status: newsCodes[nth]!, occurredAt: node.now() };
    await push.packageChanged({ to: { orderNumber }, ...news });
  }
  const tracked = await lookByForm(deps, open);
  await lookRevealed(looking);
  await lookMasked(looking);
  await all((customer) => customer.ask(1));
  let mailed = 0;
  return {
    async goOn() {
      await all((customer) => customer.comeBack());
      await all((customer) => customer.ask(2));
      await lookRevealed(looking);
    },
    async comeByMail() {
      const locale = pick(random, customerLocales);
      const coming = { node, shop, random, values, findings, operators, locale };
      mailed = await comeByMail(pick(random, customers), { ...coming, network: newNetwork() });
    },
    async end() {
      await lookMasked(looking);
      checkMails(open, customers, deps);
      checkAlerts(open, customers, deps);
      for (const { talker } of customers) talker.leave();
      return customers.reduce((sum, customer) => sum + customer.turns(), tracked + mailed);
    },
  };
}

/** Looks an order up by the page without a script: by its number, or by it with the email. */
async function lookByForm(deps: PlayDeps, { shop }: OpenShop): Promise<number> {
  const { node, findings, random, values, newNetwork } = deps;
  const orders = shop.customers.flatMap((one) => one.orders);
  const { order, owner, packages } = pick(random, orders);
  const parcel = random.percent(40) ? packages[0] : undefined;
  const number = parcel?.package_number ?? order.order_number;
  const email = parcel === undefined && random.percent(50) ? owner : "";
  const proved = nothingProved();
  proved.numbers.add(wordOf(number));
  if (email !== "") proved.emails.add(email);
  for (const { value } of readValues(`${number} ${email}`, { values, botId: shop.botId })) {
    proved.said.add(value.word);
  }
  const browser = openFormBrowser(`${node.url}/track/${shop.botId}`, {
    "x-forwarded-for": newNetwork(),
  });
  await browser.open();
  await browser.look(number, email);
  const receiver = () => ({ shop, proved, now: node.now() });
  findings.checkCustomer("page /track", browser.read(), receiver());
  findings.checkCustomer("page /track, its source", sourceOf(browser.text()), receiver());
  await browser.answer("how much was it, and where does it go?");
  findings.checkCustomer("page /track", browser.read(), receiver());
  return 2;
}

const sourceOf = (html: string) => html.replace(/<style>[^<]*<\/style>/, "");

/** By the end of its conversation's id a desk tells threads apart; in hexadecimal it may be digits alone. */
const threadEnd = /\([0-9a-f]{6}\)/;

/** A code, alone on its line; it is drawn, and may be an amount too. */
const code = /(?<=^|\n|>)\s*\d{6}\s*(?=\n|<|$)/g;

/** Checks that mail contains only what its reader may see, and nothing beyond what some conversation proved. */
function checkMails(
  { shop, desk, deskHasNumbers }: OpenShop,
  customers: readonly Customer[],
  { node, findings }: PlayDeps,
): void {
  const own = node.mails.filter((mail) => isOf(mail, shop.customers, desk));
  for (const mail of own) {
    const isDesk = mail.to === desk;
    const place = isDesk ? "mail to the desk" : "mail to a customer";
    const words = textOf(mail).replace(threadEnd, "").replace(code, " ");
    findings.check(place, words, shop.botId, (value) =>
      customers.some((customer) => {
        const { proved } = customer;
        if (isDesk && !deskHasNumbers) {
          const isOwnEmail = value.orderNumber === null && proved.accounts.has(value.owner);
          const isState = value.what === "own status" && wasShown(value, customer, { shop });
          return isOwnEmail || isState || proved.said.has(value.word);
        }
        const isForThem = isDesk || proved.accounts.has(mail.to) || proved.emails.has(mail.to);
        return isForThem && wasShown(value, customer, { shop });
      }),
    );
  }
}

const isOf = ({ to }: Mail, customers: OpenShop["shop"]["customers"], desk: string) =>
  to === desk || customers.some(({ email }) => email === to);

/** Checks that alerts to people's own servers contain only ids, plus message texts where an owner enabled them. */
function checkAlerts(
  { shop, alerts }: OpenShop,
  customers: readonly Customer[],
  { node, findings }: PlayDeps,
): void {
  for (const { path, withText } of alerts) {
    for (const { body } of node.alerts.filter((one) => one.path === path)) {
      findings.check(`alert ${withText ? "with" : "without"} words`, body, shop.botId, (value) =>
        withText ? customers.some(({ proved }) => proved.said.has(value.word)) : false,
      );
    }
  }
}
