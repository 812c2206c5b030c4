import { broken, kept, skippedFor } from "../../inspection/finding.ts";
import { readAsked } from "../../inspection/known.ts";
import { recipeOfWire } from "../../inspection/recipe.ts";
import { seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { checkEach, skipBrokenLimit } from "../check-answers.ts";
import { askAccount, askList, withLists, withWalks } from "./order-answers.ts";
import { newBehind } from "./page-faults.ts";

type EndRule = "orders.beyond-last-page" | "orders.defaults";

/** Beyond a list that was walked to its end. */
const farPage = { page: 99, limit: 10 };

/** Beyond a list of which only a part was walked: no account holds so much, and its offset fits 32 bits. */
const farthestPage = { page: 99_999_999, limit: 10 };

/** Cases for pages beyond the end of a list, and for queries that do not say which list. */
export const orderEndCases: Pick<CasesOf<"orders">, EndRule> = {
  "orders.beyond-last-page": (inspection) =>
    withWalks(inspection, async (walked, account) => {
      if (walked.some(({ short }) => newBehind(short).length > 0)) {
        return skippedFor("orders.has-next-page");
      }
      const isWhole = walked.every(({ long }) => long.filter !== "open" || long.isWhole);
      const page = isWhole ? farPage : farthestPage;
      const far = await askAccount(inspection, account, "open", page);
      const behind = walked.flatMap(({ short }) => short.behind ?? []);
      return checkEach([...behind, far], async ({ query, sent, answer }) => {
        const limit = skipBrokenLimit([sent]);
        if (limit) return limit;
        const isEmpty =
          answer?.kind === "orders" && answer.orders.length === 0 && !answer.hasNextPage;
        if (isEmpty) return kept([sent]);
        const asked = "pagination" in query ? query.pagination.page : 1;
        const what = seen.text(
          `a query for page ${asked}, which is behind the last`,
          `一个请求第 ${asked} 页的查询，它在最后一页之后`,
        );
        return broken([sent], seen.broke(what, sent));
      });
    }),

  "orders.defaults": (inspection) =>
    withLists(inspection, async ([open], account) => {
      if (open!.asked.answer?.kind !== "orders") return skippedFor("orders.readable");
      const params = { user_account: account };
      const { asked, isList } = await askList(inspection, open!, async () => {
        const recipe = recipeOfWire("orders", inspection.webhook.pageId, { params });
        return readAsked(open!.asked.query, await inspection.probe(recipe));
      });
      if (isList) return kept([asked.sent]);
      const what = seen.text(
        "an account without filter and pagination",
        "一个没有 filter 和 pagination 的账号查询",
      );
      return broken([asked.sent], seen.broke(what, asked.sent));
    }),
};
