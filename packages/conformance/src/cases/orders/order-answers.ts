import { type Order, sameNumber } from "@meetbot/protocol";
import { findByNumber, findOrderNumbers } from "../../inspection/find-by-number.ts";
import {
  broken,
  kept,
  skipped,
  skippedFor,
  skippedWithout,
  type Verdict,
} from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import {
  type Asked,
  askQuery,
  findLists,
  type ListedOrders,
  LONG_LIMIT,
  ordersIn,
} from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import { type Walked, walkLists } from "../../inspection/walk.ts";
import { skipBrokenLimit } from "../check-answers.ts";
import { type Flaw, firstFlaw } from "../flaws.ts";
import { rawItems } from "../raw-items.ts";

const firstPage = { page: 1, limit: 3 };

/** Queries a page of an account's orders: by default the first three. */
export function askAccount(
  inspection: Inspection,
  userAccount: string,
  filter: ListedOrders["filter"],
  pagination = firstPage,
): Promise<Asked> {
  return askQuery(inspection, { method: "orders", userAccount, filter, pagination });
}

/** Queries the order with this number. */
export function askOrder(inspection: Inspection, orderNumber: string): Promise<Asked> {
  return askQuery(inspection, { method: "orders", orderNumber });
}

/**
 * Whether the webhook refused the query instead of returning an empty list: another filter shows that it has the
 * account.
 */
export function isRefusedAsEmpty({ asked }: ListedOrders, lists: readonly ListedOrders[]): boolean {
  const { answer } = asked;
  if (answer?.kind !== "refusal" || answer.reason === "other") return false;
  return lists.some((list) => list.orders.length > 0);
}

/** Passes the account's lists to `judge`, or skips the rule with the reason if there are none. */
export async function withLists(
  inspection: Inspection,
  judge: (lists: ListedOrders[], account: string) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  const { account } = inspection.webhook;
  if (account === undefined) return skippedWithout("--account");
  const lists = await findLists(inspection);
  const isRead = (list: ListedOrders) =>
    list.asked.answer?.kind === "orders" || isRefusedAsEmpty(list, lists);
  if (!lists.every(isRead)) {
    const limit = skipBrokenLimit(lists.map(({ asked }) => asked.sent));
    return limit ?? skippedFor("orders.readable");
  }
  return judge(lists, account);
}

/**
 * Passes the account's lists, each walked to its end, to `judge`, or skips the rule with the reason if there are none.
 */
export async function withWalks(
  inspection: Inspection,
  judge: (walked: Walked[], account: string) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  return withLists(inspection, async (_, account) => {
    const walked = await walkLists(inspection);
    const pages = walked.flatMap(({ short, long }) => [...long.pages, ...short.pages]);
    const limit = skipBrokenLimit(pages.map(({ sent }) => sent));
    if (limit) return limit;
    const isUnread = pages.some(({ answer }) => answer === null);
    return isUnread ? skippedFor("orders.readable") : judge(walked, account);
  });
}

/** Passes the account's longest list to `judge`, or skips the rule if it has fewer than `least` orders. */
export async function withLongList(
  inspection: Inspection,
  least: number,
  judge: (list: ListedOrders, account: string) => Promise<Verdict> | Verdict,
): Promise<Verdict> {
  return withLists(inspection, (lists, account) => {
    const [longest] = lists.toSorted((one, other) => other.orders.length - one.orders.length);
    if (longest && longest.orders.length >= least) return judge(longest, account);
    return skipped(
      `no list of this account has ${least} order${least === 1 ? "" : "s"}`,
      `该账号没有一个列表有 ${least} 个订单`,
    );
  });
}

/** Passes the known order numbers to `judge`, or skips the rule with the reason if there are none. */
export async function withNumbers(
  inspection: Inspection,
  judge: (numbers: string[]) => Promise<Verdict>,
): Promise<Verdict> {
  const numbers = await findOrderNumbers(inspection);
  return numbers.length > 0 ? judge(numbers) : skipNoOrders(inspection);
}

/** Skips the rule because no order is known: none was given, the lists cannot be read, or they are empty. */
export async function skipNoOrders(
  inspection: Inspection,
  options: readonly string[] = ["--account", "--order"],
): Promise<Verdict> {
  if (inspection.webhook.account === undefined) return skippedWithout(...options);
  return withLists(inspection, () => skipped("this account has no orders", "该账号没有订单"));
}

/** Checks that a query by order number returned that order and no other. */
export function checkFound({ sent, answer }: Asked, number: string, spelled = number): Verdict {
  const limit = skipBrokenLimit([sent]);
  if (limit) return limit;
  if (answer?.kind !== "orders") return broken([sent], seen.askedFor(spelled, sent));
  const found = answer.orders.map((order) => order.order_number);
  if (found.length === 1 && sameNumber(found[0], number)) return kept([sent]);
  const came = found.length === 0 ? "nothing" : found.join(", ");
  return broken(
    [sent],
    seen.text(
      `Asked for ${JSON.stringify(spelled)}, found ${came}.`,
      `查询 ${JSON.stringify(spelled)}，得到 ${came}。`,
    ),
    "/orders",
  );
}

/** All pages of the account's lists by the longer limit. */
async function findLongPages(inspection: Inspection): Promise<Asked[]> {
  return (await walkLists(inspection)).flatMap(({ long }) => long.pages);
}

/** Looks at each answer with orders, of lists and by number. */
export const eachAnswer =
  (find: (asked: Asked) => Flaw | null) => async (inspection: Inspection) => {
    const lists = await findLongPages(inspection);
    const read = [...lists, ...(await findByNumber(inspection))].filter(
      (asked) => ordersIn(asked).length > 0,
    );
    if (read.length === 0) return skipNoOrders(inspection);
    for (const asked of read) {
      const flaw = find(asked);
      if (flaw) return broken([asked.sent], flaw.detail, flaw.pointer);
    }
    return kept(read.map(({ sent }) => sent));
  };

/** Looks at each order as Meetbot reads it. */
export const eachOrder = (find: (order: Order, pointer: string) => Flaw | null) =>
  eachAnswer((asked) => firstFlaw(ordersIn(asked), (order, at) => find(order, `/orders/${at}`)));

/** Checks each order as Meetbot parses it, together with what the merchant sent. */
export const eachOrderBoth = (
  find: (order: Order, raw: Record<string, unknown>, pointer: string) => Flaw | null,
) =>
  eachAnswer((asked) => {
    const raws = rawItems(asked.sent, "orders");
    return firstFlaw(ordersIn(asked), (order, at) => {
      const own = raws.find((raw) => String(raw.order_number) === order.order_number);
      return find(order, own ?? raws[at] ?? {}, `/orders/${at}`);
    });
  });

/** As the merchant wrote them, before anything was forgiven. */
export const eachRaw = (find: (order: Record<string, unknown>, pointer: string) => Flaw | null) =>
  eachAnswer((asked) =>
    firstFlaw(rawItems(asked.sent, "orders"), (order, at) => find(order, `/orders/${at}`)),
  );

/** A query that should get a list of the account, and whether it did. */
export interface Listed {
  asked: Asked;
  isList: boolean;
}

/** Queries a list of the account in another way, and again if new orders arrived in the meantime. */
export async function askList(
  inspection: Inspection,
  { filter, orders }: ListedOrders,
  ask: () => Promise<Asked>,
): Promise<Listed> {
  const isList = (asked: Asked, list: readonly Order[]) =>
    asked.answer?.kind === "orders" && sameOrders(ordersIn(asked), list);
  const asked = await ask();
  if (isList(asked, orders)) return { asked, isList: true };
  const { account = "" } = inspection.webhook;
  const now = await askAccount(inspection, account, filter, { page: 1, limit: LONG_LIMIT });
  if (isList(now, orders)) return { asked, isList: false };
  const again = await ask();
  return { asked: again, isList: isList(again, ordersIn(now)) };
}

/** Whether both lists have the same orders in the same sequence. */
export function sameOrders(some: readonly Order[], others: readonly Order[]): boolean {
  const numbers = (orders: readonly Order[]) =>
    orders.map((order) => order.order_number).join("\n");
  return numbers(some) === numbers(others);
}
