import type { Role } from "@meetbot/model/operator.ts";
import { pick, type Random } from "../fixtures/random.ts";
import type { Customer } from "./customer.ts";
import type { Findings } from "./findings.ts";
import type { InventedShop } from "./invent-shop.ts";
import { maySee } from "./may-see.ts";
import type { Operators } from "./operators.ts";
import type { SensitiveValue } from "./sensitive-value.ts";

/** What is looked at. */
export interface LookDeps {
  shop: InventedShop;
  customers: readonly Customer[];
  operators: Operators;
  findings: Findings;
  random: Random;
  now(): number;
}

/** Before anything that was proved has ended: what somebody was shown lies in their conversation. */
const ever = 0;

const lists = [
  ...["/inbox?view=all", "/inbox", "/conversations", "/deliveries", "/deliveries/export"],
  ...[
    "/overview",
    "/audit",
    "/pushes",
    "/subscriptions",
    "/alerts",
    "/bridge",
    "/unanswered",
    "/inbox/mentions",
  ],
];
const ofOne = ["", "/panel", "/notes", "/export"];

/** Looks at all that shows no personal data, as each role, and at what shows some, as those who may not see it. */
export async function lookMasked(deps: LookDeps): Promise<void> {
  const { shop, operators, findings, random, customers } = deps;
  const { botId } = shop;
  const noPerson = ({ isPersonal }: SensitiveValue) => !isPersonal;
  const read = async (role: Role, path: string, rule = noPerson) => {
    const text = await (await operators.call(role, botId, `GET ${path}`)).text();
    findings.check(`${placeOf(path)}, masked`, text, botId, rule);
    return text;
  };
  for (const path of lists) await read(pick(random, roles), path);
  const deliveries = /"delivery_id":"([^"]+)"/g;
  const listed = await read("viewer", "/deliveries");
  for (const [, id] of Array.from(listed.matchAll(deliveries)).slice(0, 3)) {
    await read(pick(random, roles), `/deliveries/${id}`);
  }
  for (const customer of some(random, customers)) {
    const { conversationId } = customer.talker;
    const own = `/conversations/${conversationId}`;
    const isShown = (value: SensitiveValue) => noPerson(value) && wasShown(value, customer, deps);
    for (const path of ofOne) await read(pick(random, roles), own + path, isShown);
    for (const role of ["viewer", "agent"] as const) {
      for (const path of ["/reveal", "/panel/reveal", "/notes/reveal"]) {
        const response = await operators.call(role, botId, `POST ${own}${path}`);
        if (role === "agent" && response.ok) {
          // Who answers customers reads their conversation, and nothing that its customer was not shown.
          const text = await response.text();
          findings.check(`revealed${path}`, text, botId, (one) => wasShown(one, customer, deps));
        } else findings.checkNothing(`revealed${path} to a ${role}`, await response.text());
      }
    }
  }
}

/** Looks at conversations with personal data, and at the order beside them, and sends a card of it. */
export async function lookRevealed(deps: LookDeps): Promise<void> {
  const { shop, operators, findings, random, customers, now } = deps;
  const { botId } = shop;
  const all = shop.customers.flatMap(({ orders }) => orders);
  for (const customer of some(random, customers)) {
    const own = `/conversations/${customer.talker.conversationId}`;
    const isShown = (value: SensitiveValue) => wasShown(value, customer, deps);
    for (const path of ["/reveal", "/panel/reveal"]) {
      const text = await (await operators.call("editor", botId, `POST ${own}${path}`)).text();
      findings.check(`revealed${path}`, text, botId, isShown);
    }
    const { order, packages } = pick(random, all);
    const parcel = packages.length > 0 && random.percent(30) ? packages[0] : undefined;
    const named = parcel
      ? { package_number: parcel.package_number }
      : { order_number: order.order_number };
    const looked = await operators.call("editor", botId, `POST ${own}/look-up`, named);
    const { items = [] } = (await looked.json()) as { items?: { shown: object | null }[] };
    for (const { shown } of items) {
      const receiver = { shop, proved: customer.proved, now: now() };
      if (shown) findings.checkCustomer("order beside the talk", JSON.stringify(shown), receiver);
    }
    // What comes of it comes over the customer's stream.
    await operators.call("agent", botId, `POST ${own}/cards`, named);
    const drafted = await (await operators.call("editor", botId, `GET ${own}/draft`)).text();
    findings.checkCustomer("draft", drafted, { shop, proved: customer.proved, now: now() });
  }
}

const roles: readonly Role[] = ["viewer", "agent", "editor", "owner"];

/** Whether it may stand in this conversation: the customer wrote it, or may have been shown it. */
export const wasShown = (
  value: SensitiveValue,
  { proved }: Pick<Customer, "proved">,
  { shop }: Pick<LookDeps, "shop">,
) => maySee(value, { shop, proved, now: ever }, { isInLink: true });

/** A page's name without what differs. */
const placeOf = (path: string) =>
  `GET ${path.replace(/\/c_\w+/, "/{id}").replace(/^\/deliveries\/(?!export).+/, "/deliveries/{id}")}`;

/** Three of them: looking costs as much as talking. */
const some = (random: Random, customers: readonly Customer[]): Customer[] =>
  Array.from({ length: Math.min(3, customers.length) }, () => pick(random, customers));
