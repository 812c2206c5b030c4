import {
  broken,
  kept,
  skipped,
  skippedFor,
  softened,
  type Verdict,
} from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { type Asked, type ListedOrders, ordersIn } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import { SHORT_LIMIT, type Walked, walkAgain } from "../../inspection/walk.ts";
import type { CasesOf } from "../case.ts";
import { checkEach, countItems, skipBrokenLimit } from "../check-answers.ts";
import { askAccount, withLongList, withWalks } from "./order-answers.ts";
import { findGap, findLie, findOverfull, type PageFault } from "./page-faults.ts";

type PageRule = "orders.limit" | "orders.pages" | "orders.has-next-page";

/** Whether an account's lists are paged without gaps. */
export const orderPageCases: Pick<CasesOf<"orders">, PageRule> = {
  "orders.limit": (inspection) =>
    withWalks(inspection, async (walked) => {
      const over = findOverfull(walked);
      if (over) return tell(over, "/orders");
      return withLongList(inspection, 2, async (list, account) => {
        const { sent } = await askOne(inspection, account, list, 1);
        const limit = skipBrokenLimit([sent]);
        if (limit) return limit;
        const count = countItems(sent);
        if (count <= 1) return kept([sent]);
        const said = seen.text(
          `Asked for 1 order, got ${count}.`,
          `要 1 个订单，得到 ${count} 个。`,
        );
        const verdict = broken([sent], said, "/orders");
        return isCutAtThree(walked) ? softened(verdict) : verdict;
      });
    }),

  "orders.pages": (inspection) =>
    withWalks(inspection, async (walked) => {
      if (findOverfull(walked)) return skippedFor("orders.limit");
      for (const one of walked) {
        const gap = await findLasting(inspection, one, findGap);
        if (gap && (gap.isInner || !findLie(one))) return tell(gap);
      }
      if (walked.some(findLie)) return skippedFor("orders.has-next-page");
      return withLongList(inspection, 1, (list, account) =>
        checkOneByOne(inspection, list, account, isCutAtThree(walked)),
      );
    }),

  "orders.has-next-page": (inspection) =>
    withWalks(inspection, async (walked) => {
      if (walked.some((one) => findGap(one)?.isInner)) return skippedFor("orders.pages");
      for (const one of walked) {
        const lie = await findLasting(inspection, one, findLie);
        if (lie) return tell(lie, "/has_next_page");
      }
      return withLongList(inspection, 1, (list, account) =>
        checkFlags(inspection, list, account, isCutAtThree(walked)),
      );
    }),
};

/** Returns a flaw only if two walks show it: an order placed in the meantime shifts all others. */
async function findLasting(
  inspection: Inspection,
  walked: Walked,
  find: (walked: Walked) => PageFault | null,
): Promise<PageFault | null> {
  if (!find(walked)) return null;
  const again = await walkAgain(inspection, walked);
  const known = new Set(
    [...walked.long.orders, ...walked.short.orders].map((order) => order.order_number),
  );
  // When new orders keep arriving, no two walks return the same list.
  const isGrowing = [again.long, again.short].some(
    ({ orders: [first] }) => first && !known.has(first.order_number),
  );
  return isGrowing ? null : find(again);
}

/** Queries one order by its position in a list, once per position and run. */
function askOne(
  inspection: Inspection,
  account: string,
  { filter }: ListedOrders,
  page: number,
): Promise<Asked> {
  return inspection.once(`one of ${filter} ${page}`, () =>
    askAccount(inspection, account, filter, { page, limit: 1 }),
  );
}

function tell({ sents, told }: PageFault, pointer?: string): Verdict {
  return broken(sents, told, pointer);
}

/** Pages of three hold three, though the list is longer: the limits that Meetbot uses are heeded. */
function isCutAtThree(walked: readonly Walked[]): boolean {
  return walked.some(({ short }) => short.orders.length > SHORT_LIMIT);
}

/** The first page of one order must hold the first of the list, and the second the second. */
async function checkOneByOne(
  inspection: Inspection,
  list: ListedOrders,
  account: string,
  isCut: boolean,
): Promise<Verdict> {
  const expected = list.orders.slice(0, 2).map((order) => order.order_number);
  let isHeeded = true;
  /** Whether a page is not full although more follow, so that places in the list do not match page numbers. */
  let isSparse = false;
  return checkEach([...expected.entries()], async ([at, number]) => {
    if (!isHeeded || isSparse) return kept([]);
    const asked = await askOne(inspection, account, list, at + 1);
    const limit = skipBrokenLimit([asked.sent]);
    if (limit) return limit;
    isHeeded = countItems(asked.sent) <= 1;
    if (!isHeeded) return isCut ? kept([asked.sent]) : skippedFor("orders.limit");
    const came = ordersIn(asked)[0]?.order_number;
    const isEmpty = asked.answer?.kind === "orders" && asked.answer.hasNextPage && !came;
    isSparse = isEmpty && (await keepsPromise(inspection, list, account, at + 1));
    if (isSparse) return kept([asked.sent]);
    if (came === number || (await isNew(inspection, list, account, came)))
      return kept([asked.sent]);
    return broken(
      [list.asked.sent, asked.sent],
      seen.text(
        `With limit 1 page ${at + 1} should hold ${number}, the order at this place of the list, and holds ${came ?? "nothing"}.`,
        `limit 为 1 时第 ${at + 1} 页应是列表中排在这里的 ${number}，实际是 ${came ?? "空的"}。`,
      ),
    );
  });
}

/** Whether an order was placed after the list was queried, and is now at its top. */
async function isNew(
  inspection: Inspection,
  { filter, orders }: ListedOrders,
  account: string,
  number: string | undefined,
): Promise<boolean> {
  const known = new Set(orders.map((order) => order.order_number));
  if (number === undefined || known.has(number)) return false;
  const now = ordersIn(await askAccount(inspection, account, filter, { page: 1, limit: 10 }));
  const at = now.findIndex((order) => known.has(order.order_number));
  const top = at < 0 ? now : now.slice(0, at);
  return top.some((order) => order.order_number === number);
}

/** How many pages to check after one that is not full. */
const FURTHER = 5;

/** Whether a page that promises more is right: one of the next holds another order of the list. */
async function keepsPromise(
  inspection: Inspection,
  list: ListedOrders,
  account: string,
  page: number,
): Promise<boolean> {
  const [own] = ordersIn(await askOne(inspection, account, list, page));
  const known = new Set(list.orders.map((order) => order.order_number));
  for (let next = page + 1; next <= page + FURTHER; next += 1) {
    const asked = await askOne(inspection, account, list, next);
    const [order] = ordersIn(asked);
    if (order) return order.order_number !== own?.order_number && known.has(order.order_number);
    if (asked.answer?.kind !== "orders" || !asked.answer.hasNextPage) return false;
  }
  return false;
}

/** Checks whether pages of one order correctly report a next page. */
async function checkFlags(
  inspection: Inspection,
  list: ListedOrders,
  account: string,
  isCut: boolean,
): Promise<Verdict> {
  const count = list.orders.length;
  const isAll = list.asked.answer?.kind === "orders" && !list.asked.answer.hasNextPage;
  const expected: [page: number, hasNext: boolean][] = [];
  if (count > 1) expected.push([1, true]);
  if (isAll) expected.push([count, false]);
  if (expected.length === 0)
    return skipped("the list cannot be seen to its end", "看不到列表的末尾");
  return checkEach(expected, async ([page, hasNext]) => {
    const asked = await askOne(inspection, account, list, page);
    const over = skipBrokenLimit([asked.sent]);
    if (over) return over;
    if (countItems(asked.sent) > 1) return isCut ? kept([asked.sent]) : skippedFor("orders.limit");
    const told = asked.answer?.kind === "orders" ? asked.answer.hasNextPage : null;
    if (told === hasNext) return kept([asked.sent]);
    if (told && (await keepsPromise(inspection, list, account, page))) return kept([asked.sent]);
    const verdict = broken(
      [asked.sent],
      seen.text(
        `Page ${page} of ${count} with limit 1 says ${told}, and should say ${hasNext}.`,
        `limit 为 1 时，共 ${count} 页的第 ${page} 页写着 ${told}，应为 ${hasNext}。`,
      ),
      "/has_next_page",
    );
    return isCut ? softened(verdict) : verdict;
  });
}
