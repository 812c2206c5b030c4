import type { Order } from "@meetbot/protocol";
import { broken, kept, type Said, skipped, type Verdict } from "../finding.ts";
import type { Inspection } from "../inspection.ts";
import { type Asked, findByNumber, findLists, type ListedOrders, ordersIn } from "../known.ts";
import { excerpt, seen } from "../seen.ts";
import type { CasesOf } from "./case.ts";
import { forbiddenKeyIn, isPlainLink, isPlainText, rawItems } from "./raw-items.ts";

/** One flaw of a content that can be read all the same. */
interface Flaw {
  pointer: string;
  detail: Said;
}

type WithLists = (
  inspection: Inspection,
  judge: (lists: ListedOrders[]) => Verdict | Promise<Verdict>,
) => Promise<Verdict>;

type ContentRule =
  | "orders.newest-first"
  | "orders.filters-apart"
  | "orders.unpaid-apart"
  | "orders.number-as-string"
  | "orders.line-prices"
  | "orders.totals"
  | "orders.discounts"
  | "orders.timestamps"
  | "orders.currencies"
  | "orders.links"
  | "orders.plain-texts"
  | "orders.forbidden-keys";

/** Half a minor unit of most currencies, and what adding doubles leaves. */
const TOLERANCE = 0.011;

const daySeconds = 86_400;

/** Shops did not ship before, and clocks that were never set say 1970. */
const year2000 = 946_684_800;

const unpaidWords =
  /\bun-?paid\b|not (?:yet )?paid|(?:awaiting|pending) payment|待付款|待支付|未付款|未支付/i;

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** What is in orders: the cases send nothing of their own, they read what has come already. */
export function orderContentCases(
  withLists: WithLists,
  missingData: (inspection: Inspection) => string,
): Pick<CasesOf<"orders">, ContentRule> {
  /** Looks at each answer with orders, of lists and by number. */
  const eachAnswer = (find: (asked: Asked) => Flaw | null) => async (inspection: Inspection) => {
    const lists = (await findLists(inspection)).map(({ asked }) => asked);
    const read = [...lists, ...(await findByNumber(inspection))].filter(
      (asked) => ordersIn(asked).length > 0,
    );
    if (read.length === 0) return skipped(seen.needs(missingData(inspection)));
    for (const asked of read) {
      const flaw = find(asked);
      if (flaw) return broken([asked.sent], flaw.detail, flaw.pointer);
    }
    return kept(read.map(({ sent }) => sent));
  };

  const eachOrder = (find: (order: Order, pointer: string) => Flaw | null) =>
    eachAnswer((asked) => firstFlaw(ordersIn(asked), (order, at) => find(order, `/orders/${at}`)));

  /** As the merchant wrote them, before anything was forgiven. */
  const eachRaw = (find: (order: Record<string, unknown>, pointer: string) => Flaw | null) =>
    eachAnswer((asked) =>
      firstFlaw(rawItems(asked.sent, "orders"), (order, at) => find(order, `/orders/${at}`)),
    );

  return {
    "orders.newest-first": (inspection) =>
      withLists(inspection, (lists) => {
        for (const { orders, asked } of lists) {
          const at = orders.findIndex(
            (order, index) =>
              Number(order.timestamp) > Number(orders[index - 1]?.timestamp ?? Infinity),
          );
          if (at > 0) {
            const number = orders[at]!.order_number;
            return broken(
              [asked.sent],
              seen.text(
                `${number} is newer than the order above it.`,
                `${number} 比它上面的订单更新。`,
              ),
              `/orders/${at}/timestamp`,
            );
          }
        }
        return kept(lists.map(({ asked }) => asked.sent));
      }),

    "orders.filters-apart": (inspection) =>
      withLists(inspection, (lists) => {
        const listed = new Map<string, ListedOrders>();
        for (const list of lists) {
          for (const [at, { order_number: number }] of list.orders.entries()) {
            const before = listed.get(number);
            if (before) {
              const [one, two] = [before.filter, list.filter];
              return broken(
                [before.asked.sent, list.asked.sent],
                seen.text(`${number} is ${one} and ${two}.`, `${number} 既是 ${one} 又是 ${two}。`),
                `/orders/${at}`,
              );
            }
            listed.set(number, list);
          }
        }
        return kept(lists.map(({ asked }) => asked.sent));
      }),

    "orders.unpaid-apart": (inspection) =>
      withLists(inspection, ([open]) => {
        const at = open!.orders.findIndex((order) => unpaidWords.test(order.status));
        if (at < 0) return kept([open!.asked.sent]);
        const { order_number: number, status } = open!.orders[at]!;
        return broken(
          [open!.asked.sent],
          seen.text(
            `${number} is open and says “${status}”.`,
            `${number} 在 open 里，却写着“${status}”。`,
          ),
          `/orders/${at}/status`,
        );
      }),

    "orders.number-as-string": eachRaw(({ order_number: number }, pointer) =>
      typeof number === "number"
        ? flaw(`${pointer}/order_number`, `It is the number ${number}.`, `它是数字 ${number}。`)
        : null,
    ),

    "orders.line-prices": eachOrder(({ elements, summary, currency }, pointer) => {
      const isOtherCurrency = elements.some((line) => (line.currency ?? currency) !== currency);
      const { subtotal } = summary;
      if (elements.length === 0 || subtotal === undefined || isOtherCurrency) return null;
      const sum = round(elements.reduce((total, { price }) => total + price, 0));
      if (isNear(sum, subtotal)) return null;
      const multiplied = elements.reduce((total, line) => total + line.price * line.quantity, 0);
      const isUnitPrice = isNear(multiplied, subtotal);
      return flaw(
        `${pointer}/elements`,
        `The prices add up to ${sum}, the subtotal is ${subtotal}.${isUnitPrice ? " Times quantity they fit: unit prices were sent." : ""}`,
        `各行价格之和是 ${sum}，小计是 ${subtotal}。${isUnitPrice ? "乘以数量后相符：发送的是单价。" : ""}`,
      );
    }),

    "orders.totals": eachOrder(({ summary, adjustments = [] }, pointer) => {
      const { subtotal, shipping_cost: shipping, total_tax: tax, total_cost: total } = summary;
      if (subtotal === undefined || shipping === undefined || tax === undefined) return null;
      const discount = adjustments.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
      const sum = round(subtotal + shipping + tax - discount);
      if (isNear(sum, total)) return null;
      return flaw(
        `${pointer}/summary/total_cost`,
        `The amounts add up to ${sum}, total_cost is ${total}.`,
        `各项相加是 ${sum}，total_cost 是 ${total}。`,
      );
    }),

    "orders.discounts": eachOrder(({ adjustments = [] }, pointer) => {
      const at = adjustments.findIndex(({ amount }) => amount < 0);
      if (at < 0) return null;
      const { amount } = adjustments[at]!;
      return flaw(`${pointer}/adjustments/${at}/amount`, `It is ${amount}.`, `它是 ${amount}。`);
    }),

    "orders.timestamps": async (inspection) => {
      const nowS = inspection.now() / 1_000;
      return eachRaw(({ timestamp }, pointer) => {
        const seconds = Number(timestamp);
        const isPlausible = seconds >= year2000 && seconds <= nowS + daySeconds;
        if (isPlausible) return null;
        return flaw(`${pointer}/timestamp`, `It is ${seconds}.`, `它是 ${seconds}。`);
      })(inspection);
    },

    "orders.currencies": eachOrder(({ currency, elements }, pointer) => {
      const named: [place: string, code: string][] = [
        ["currency", currency],
        ...elements.map((line, at): [string, string] => [
          `elements/${at}/currency`,
          line.currency ?? currency,
        ]),
      ];
      const unknown = named.find(([, code]) => !currencies.has(code));
      if (!unknown) return null;
      const [place, code] = unknown;
      return flaw(`${pointer}/${place}`, `There is no currency ${code}.`, `没有货币 ${code}。`);
    }),

    "orders.links": eachRaw((order, pointer) => {
      const lines = Array.isArray(order.elements) ? order.elements : [];
      return badLink([
        [`${pointer}/order_url`, order.order_url],
        ...lines.map((line, at): [string, unknown] => [
          `${pointer}/elements/${at}/image_url`,
          line?.image_url,
        ]),
      ]);
    }),

    "orders.plain-texts": eachRaw((order, pointer) => {
      const lines = Array.isArray(order.elements) ? order.elements : [];
      const texts: [pointer: string, value: unknown][] = [
        ...["status", "recipient_name", "payment_method"].map((key): [string, unknown] => [
          `${pointer}/${key}`,
          order[key],
        ]),
        ...lines.flatMap((line, at): [string, unknown][] => [
          [`${pointer}/elements/${at}/title`, line?.title],
          [`${pointer}/elements/${at}/subtitle`, line?.subtitle],
        ]),
      ];
      const marked = texts.find(([, value]) => typeof value === "string" && !isPlainText(value));
      if (!marked) return null;
      const text = excerpt(String(marked[1]));
      return flaw(marked[0], `It is ${JSON.stringify(text)}.`, `它是 ${JSON.stringify(text)}。`);
    }),

    "orders.forbidden-keys": eachAnswer(({ sent }) => {
      const key = forbiddenKeyIn(sent);
      return key === null ? null : flaw("", `There is a key ${key}.`, `有一个键 ${key}。`);
    }),
  };
}

/** The first link that a customer cannot follow safely. */
export function badLink(links: readonly [pointer: string, value: unknown][]): Flaw | null {
  const bad = links.find(([, value]) => value != null && value !== "" && !isPlainLink(value));
  if (!bad) return null;
  const value = excerpt(String(bad[1]));
  return flaw(bad[0], `It is ${JSON.stringify(value)}.`, `它是 ${JSON.stringify(value)}。`);
}

export function flaw(pointer: string, en: string, zh: string): Flaw {
  return { pointer, detail: seen.text(en, zh) };
}

export function firstFlaw<Item>(
  items: readonly Item[],
  find: (item: Item, index: number) => Flaw | null,
): Flaw | null {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found) return found;
  }
  return null;
}

function round(amount: number): number {
  return Math.round(amount * 1_000) / 1_000;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE;
}
