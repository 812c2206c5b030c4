import { broken, kept, skippedFor, type Verdict } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { type ListedOrders, ordersIn, readAsked } from "../../inspection/known.ts";
import { recipeOfWire } from "../../inspection/recipe.ts";
import { seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { checkEach, countItems, skipBrokenLimit } from "../check-answers.ts";
import { askAccount, sameOrders, withLists, withLongList } from "./order-answers.ts";

type PageRule =
  | "orders.limit"
  | "orders.pages"
  | "orders.has-next-page"
  | "orders.beyond-last-page"
  | "orders.defaults";

/** One order of a list, where one may ask for others behind it. */
const oneOrder = { page: 1, limit: 1 };

/** Beyond what any account holds at ten a page. */
const farPage = { page: 99, limit: 10 };

/** Whether an account's list comes page by page, without gaps and without an end that is none. */
export const orderPageCases: Pick<CasesOf<"orders">, PageRule> = {
  "orders.limit": (inspection) =>
    withLongList(inspection, 2, async (list, account) => {
      const { sent } = await askAccount(inspection, account, list.filter, oneOrder);
      const limit = skipBrokenLimit([sent]);
      if (limit) return limit;
      const count = countItems(sent);
      if (count <= 1) return kept([sent]);
      return broken(
        [sent],
        seen.text(`Asked for 1 order, got ${count}.`, `要 1 个订单，得到 ${count} 个。`),
        "/orders",
      );
    }),

  "orders.pages": (inspection) =>
    withLongList(inspection, 2, async (list, account) => {
      const first = await askAccount(inspection, account, list.filter, oneOrder);
      const second = await askAccount(inspection, account, list.filter, { page: 2, limit: 1 });
      const sents = [first.sent, second.sent];
      const limit = skipBrokenLimit(sents);
      if (limit) return limit;
      if (sents.some((sent) => countItems(sent) > 1)) return skippedFor("orders.limit");
      const [one] = ordersIn(first);
      const [two] = ordersIn(second);
      if (one && two && one.order_number !== two.order_number) return kept(sents);
      return broken(
        sents,
        seen.text(
          `Page 1 has ${one?.order_number ?? "nothing"}, page 2 has ${two?.order_number ?? "nothing"}.`,
          `第 1 页是 ${one?.order_number ?? "空的"}，第 2 页是 ${two?.order_number ?? "空的"}。`,
        ),
      );
    }),

  "orders.has-next-page": (inspection) =>
    withLongList(inspection, 1, async (list, account) => {
      const count = list.orders.length;
      const isAll = list.asked.answer?.kind === "orders" && !list.asked.answer.hasNextPage;
      const expected: [page: number, limit: number, hasNext: boolean][] = [];
      if (count > 1) expected.push([1, 1, true]);
      if (isAll) expected.push([count, 1, false]);
      const verdict = await checkEach(expected, async ([page, limit, hasNext]) => {
        const asked = await askAccount(inspection, account, list.filter, { page, limit });
        const over = skipBrokenLimit([asked.sent]);
        if (over) return over;
        if (countItems(asked.sent) > limit) return skippedFor("orders.limit");
        const told = asked.answer?.kind === "orders" ? asked.answer.hasNextPage : null;
        if (told === hasNext) return kept([asked.sent]);
        return broken(
          [asked.sent],
          seen.text(
            `Page ${page} of ${count} with limit ${limit} says ${told}, and should say ${hasNext}.`,
            `limit 为 ${limit} 时，共 ${count} 页的第 ${page} 页写着 ${told}，应为 ${hasNext}。`,
          ),
          "/has_next_page",
        );
      });
      return verdict.status !== "kept" || isAll
        ? verdict
        : checkSecondPage(inspection, account, list);
    }),

  "orders.beyond-last-page": (inspection) =>
    withLists(inspection, async (_, account) => {
      const { sent, answer } = await askAccount(inspection, account, "open", farPage);
      const limit = skipBrokenLimit([sent]);
      if (limit) return limit;
      const isEmpty =
        answer?.kind === "orders" && answer.orders.length === 0 && !answer.hasNextPage;
      return isEmpty ? kept([sent]) : broken([sent], seen.came(sent));
    }),

  "orders.defaults": (inspection) =>
    withLists(inspection, async ([open], account) => {
      const params = { user_account: account };
      const recipe = recipeOfWire("orders", inspection.webhook.pageId, { params });
      const asked = readAsked(open!.asked.query, await inspection.ask(recipe));
      const limit = skipBrokenLimit([asked.sent]);
      if (limit) return limit;
      return asked.answer?.kind === "orders" && sameOrders(ordersIn(asked), open!.orders)
        ? kept([asked.sent])
        : broken([asked.sent], seen.came(asked.sent));
    }),
};

async function checkSecondPage(
  inspection: Inspection,
  account: string,
  list: ListedOrders,
): Promise<Verdict> {
  const asked = await askAccount(inspection, account, list.filter, { page: 2, limit: 10 });
  if (ordersIn(asked).length > 0) return kept([asked.sent]);
  return broken(
    [list.asked.sent, asked.sent],
    seen.text(
      "Page 1 promises a next page, and page 2 is empty.",
      "第 1 页说有下一页，第 2 页却是空的。",
    ),
    "/has_next_page",
  );
}
