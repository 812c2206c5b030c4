import { sameNumber } from "@meetbot/protocol";
import { broken, kept, skipped } from "../../inspection/finding.ts";
import { askQuery, findPackages, packagesIn } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { checkEach, checkNothingFound, countItems, skipBrokenLimit } from "../check-answers.ts";
import { skipNoOrders } from "../orders/order-answers.ts";
import { unknownNumber } from "../unknown.ts";
import { numberVariants, spellings } from "../variants.ts";
import {
  askNumber,
  checkFound,
  firstPage,
  withAsked,
  withPackages,
  withRead,
} from "./package-answers.ts";
import { packageContentCases } from "./package-contents.ts";

/** Packages whose numbers are tried one by one. */
const MAX_TRIED = 3;

export const packagesCases: CasesOf<"packages"> = {
  "packages.readable": (inspection) =>
    withAsked(inspection, (all) => {
      const unread = all.find(({ fault }) => fault !== null);
      if (unread?.fault) {
        return broken([unread.sent], seen.unreadable(unread.fault.message), unread.fault.pointer);
      }
      const failed = all.find(({ answer }) => answer === null);
      return failed
        ? broken([failed.sent], seen.came(failed.sent))
        : kept(all.map(({ sent }) => sent));
    }),

  "packages.by-order": (inspection) =>
    withRead(inspection, async () => {
      const byOrder = await findPackages(inspection);
      if (byOrder.length === 0) return skipNoOrders(inspection);
      return checkEach(byOrder, async (asked) => {
        const number = "orderNumber" in asked.query ? asked.query.orderNumber : "";
        if (asked.answer?.kind !== "packages") return broken([asked.sent], seen.came(asked.sent));
        const at = packagesIn(asked).findIndex((one) => !sameNumber(one.order_number, number));
        if (at < 0) return kept([asked.sent]);
        const other = packagesIn(asked)[at]!.order_number;
        return broken(
          [asked.sent],
          seen.text(
            `Asked for ${number}, got one of ${other}.`,
            `查询 ${number}，得到 ${other} 的包裹。`,
          ),
          `/packages/${at}/order_number`,
        );
      });
    }),

  "packages.by-number": (inspection) =>
    withPackages(inspection, (packages) =>
      checkEach(packages.slice(0, MAX_TRIED), async (pkg) =>
        checkFound(await askNumber(inspection, pkg.package_number), pkg.package_number, pkg),
      ),
    ),

  "packages.by-tracking-number": (inspection) =>
    withPackages(inspection, async (packages) => {
      const tracked = packages.find(({ tracking_number: number }) => number !== undefined);
      const number = tracked?.tracking_number;
      if (!tracked || number === undefined) {
        return skipped("no known package has a tracking number", "已知的包裹都没有快递单号");
      }
      return checkFound(await askNumber(inspection, number), number, tracked);
    }),

  "packages.unknown-number": (inspection) =>
    checkEach(["packageNumber", "orderNumber"] as const, async (key) => {
      const number = unknownNumber();
      const asked = key === "orderNumber" ? { orderNumber: number } : { packageNumber: number };
      const { sent, answer } = await askQuery(inspection, {
        method: "packages",
        ...asked,
        pagination: firstPage,
      });
      const limit = skipBrokenLimit([sent]);
      if (limit) return limit;
      const isRefused = answer?.kind === "refusal" && answer.reason === "order_not_found";
      return isRefused ? kept([sent]) : broken([sent], seen.came(sent));
    }),

  "packages.number-spelling": (inspection) =>
    withPackages(inspection, ([pkg]) =>
      checkEach(spellings(pkg!.package_number), async (spelling) =>
        checkFound(await askNumber(inspection, spelling), pkg!.package_number, pkg!, spelling),
      ),
    ),

  "packages.number-exact": (inspection) =>
    withPackages(inspection, ([pkg]) =>
      checkEach(numberVariants(pkg!.package_number), async (variant) => {
        const asked = await askNumber(inspection, variant);
        const isOther = packagesIn(asked).some(
          (one) =>
            ![one.package_number, one.tracking_number ?? ""].some(
              (number) => number.toUpperCase() === variant.toUpperCase(),
            ),
        );
        const what = seen.text(`the package number ${variant}`, `包裹号 ${variant}`);
        if (isOther) return broken([asked.sent], seen.gotThrough(what, asked.sent), "/packages");
        return countItems(asked.sent) > 0
          ? kept([asked.sent])
          : checkNothingFound(asked.sent, what);
      }),
    ),

  "packages.limit": (inspection) =>
    withRead(inspection, async () => {
      const several = (await findPackages(inspection)).find(
        (asked) => packagesIn(asked).length > 1,
      );
      if (!several || !("orderNumber" in several.query)) {
        return skipped("no known order has two packages", "已知的订单都没有两个包裹");
      }
      const { orderNumber } = several.query;
      const pagination = { page: 1, limit: 1 };
      const asked = await askQuery(inspection, { method: "packages", orderNumber, pagination });
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

  ...packageContentCases,
};
