import type { Package } from "@meetbot/protocol";
import { findPackages } from "../../inspection/find-by-number.ts";
import {
  broken,
  kept,
  skipped,
  skippedFor,
  softened,
  type Verdict,
} from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { type Asked, askQuery, packagesIn } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import { SHORT_LIMIT } from "../../inspection/walk.ts";
import type { CasesOf } from "../case.ts";
import { checkEachApart, countItems, skipBrokenLimit } from "../check-answers.ts";
import { withPackages, withRead } from "./package-answers.ts";

type PageRule = "packages.limit" | "packages.pages" | "packages.beyond-last-page";

/** Maximum number of pages to query one by one. */
const MAX_PAGES = 3;

/** Maximum number of orders without packages to query again, since all orders are paged alike. */
const MAX_EMPTY = 5;

/** Checks whether the webhook returns an order's packages page by page. */
export const packagePageCases: Pick<CasesOf<"packages">, PageRule> = {
  "packages.limit": (inspection) =>
    withSeveral(inspection, async (orderNumber) => {
      const asked = await askPage(inspection, orderNumber, 1);
      const limit = skipBrokenLimit([asked.sent]);
      if (limit) return limit;
      const count = countItems(asked.sent);
      const hasNext = asked.answer?.kind === "packages" && asked.answer.hasNextPage;
      if (count === 1 && hasNext) return kept([asked.sent]);
      return broken(
        [asked.sent],
        seen.text(
          `Asked for 1 of several packages, got ${count}, has_next_page is ${hasNext}.`,
          `从多个包裹里要 1 个，得到 ${count} 个，has_next_page 是 ${hasNext}。`,
        ),
        count === 1 ? "/has_next_page" : "/packages",
      );
    }),

  "packages.pages": async (inspection) => {
    const fault = (await findHidden(inspection)) ?? (await findRepeated(inspection));
    if (fault?.status === "broken") return fault;
    const verdict = await checkOneByOne(inspection);
    return fault && verdict.status !== "broken" ? fault : verdict;
  },

  "packages.beyond-last-page": (inspection) =>
    withPackages(inspection, async ([pkg]) => {
      const { sent, answer } = await askQuery(inspection, {
        method: "packages",
        orderNumber: pkg!.order_number,
        pagination: { page: 99, limit: 10 },
      });
      const limit = skipBrokenLimit([sent]);
      if (limit) return limit;
      const isEmpty =
        answer?.kind === "packages" && answer.packages.length === 0 && !answer.hasNextPage;
      return isEmpty ? kept([sent]) : broken([sent], seen.came(sent));
    }),
};

/** The first pages of one package must hold the first packages, in their order. */
function checkOneByOne(inspection: Inspection): Promise<Verdict> {
  return withSeveral(inspection, async (orderNumber, packages) => {
    const pages = packages.slice(0, MAX_PAGES).map((pkg, at) => ({ pkg, page: at + 1 }));
    return checkEachApart(inspection, pages, async ({ pkg, page }) => {
      const asked = await askPage(inspection, orderNumber, page);
      const limit = skipBrokenLimit([asked.sent]);
      if (limit) return limit;
      if (countItems(asked.sent) > 1) return skippedFor("packages.limit");
      const came = packagesIn(asked)[0]?.package_number;
      if (came === pkg.package_number) return kept([asked.sent]);
      return broken(
        [asked.sent],
        seen.text(
          `With limit 1 page ${page} of ${orderNumber} should hold ${pkg.package_number}, and holds ${came ?? "nothing"}.`,
          `limit 为 1 时 ${orderNumber} 的第 ${page} 页应是 ${pkg.package_number}，实际是 ${came ?? "空的"}。`,
        ),
        "/packages",
      );
    });
  });
}

/** Passes an order with several packages to `judge`, with all packages found for it. */
function withSeveral(
  inspection: Inspection,
  judge: (orderNumber: string, packages: readonly Package[]) => Promise<Verdict>,
): Promise<Verdict> {
  return withRead(inspection, async () => {
    const several = (await findPackages(inspection)).find((asked) => packagesIn(asked).length > 1);
    if (several && "orderNumber" in several.query) {
      return judge(several.query.orderNumber, packagesIn(several));
    }
    return skipped("no known order has two packages", "已知的订单都没有两个包裹");
  });
}

/** Queries a page of an order's packages, once per page and run. */
function askPage(
  inspection: Inspection,
  orderNumber: string,
  page: number,
  limit = 1,
): Promise<Asked> {
  const pagination = { page, limit };
  return inspection.once(`packages of ${orderNumber} ${page} ${limit}`, () =>
    askQuery(inspection, { method: "packages", orderNumber, pagination }),
  );
}

/**
 * Finds a package that is on two of three pages of the order with the most packages; on one page a repeat is only odd.
 */
async function findRepeated(inspection: Inspection): Promise<Verdict | null> {
  const [most] = (await findPackages(inspection)).toSorted(
    (one, other) => packagesIn(other).length - packagesIn(one).length,
  );
  if (!most || !("orderNumber" in most.query) || packagesIn(most).length < 2) return null;
  const { orderNumber } = most.query;
  const pages: Asked[] = [];
  let hasMore = true;
  while (hasMore && pages.length < MAX_PAGES) {
    const page = await askPage(inspection, orderNumber, pages.length + 1, SHORT_LIMIT);
    pages.push(page);
    hasMore = page.answer?.kind === "packages" && page.answer.hasNextPage;
  }
  // Who writes a package once for each thing in it repeats it on the next page, too.
  return reportTwice(most) ?? reportRepeated(pages);
}

function reportRepeated(pages: readonly Asked[]): Verdict | null {
  for (const [at, page] of pages.entries()) {
    const before = pages.slice(0, at).find((one) => packagesIn(one).some(isOn(page)));
    const number = before && packagesIn(before).find(isOn(page))!.package_number;
    if (!before) continue;
    return broken(
      [before.sent, page.sent],
      seen.text(
        `${number} is on page ${pages.indexOf(before) + 1} and again on page ${at + 1}, with limit ${SHORT_LIMIT}.`,
        `limit 为 ${SHORT_LIMIT} 时，${number} 在第 ${pages.indexOf(before) + 1} 页，又在第 ${at + 1} 页。`,
      ),
      "/packages",
    );
  }
  return null;
}

function reportTwice(asked: Asked): Verdict | null {
  const numbers = packagesIn(asked).map((one) => one.package_number);
  const at = numbers.findIndex((number, place) => numbers.indexOf(number) < place);
  if (at < 0) return null;
  return softened(
    broken(
      [asked.sent],
      seen.text(
        `${numbers[at]} comes twice on one page: write a package once, however much is in it.`,
        `${numbers[at]} 在同一页出现两次：一个包裹只写一次，不论里面有几件商品。`,
      ),
      `/packages/${at}`,
    ),
  );
}

const isOn = (page: Asked) => (pkg: Package) =>
  packagesIn(page).some((one) => one.package_number === pkg.package_number);

/** Finds an order that has no packages at ten per page but has one at one per page: the webhook counts pages from 0. */
async function findHidden(inspection: Inspection): Promise<Verdict | null> {
  const empty = (await findPackages(inspection)).filter(
    ({ answer }) => answer?.kind === "packages" && answer.packages.length === 0,
  );
  const verdict = await checkEachApart(
    inspection,
    empty.slice(0, MAX_EMPTY),
    async ({ query, sent }) => {
      const number = "orderNumber" in query ? query.orderNumber : "";
      const asked = await askPage(inspection, number, 1);
      const [found] = packagesIn(asked);
      if (!found) return kept([asked.sent]);
      return broken(
        [sent, asked.sent],
        seen.text(
          `Page 1 of ${number} is empty with limit 10, and with limit 1 it holds ${found.package_number}.`,
          `${number} 的第 1 页，limit 为 10 时是空的，limit 为 1 时却有 ${found.package_number}。`,
        ),
        "/packages",
      );
    },
  );
  return verdict.status === "broken" ? verdict : null;
}
