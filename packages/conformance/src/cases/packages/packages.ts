import { sameNumber } from "@meetbot/protocol";
import { findByNumber, findPackages } from "../../inspection/find-by-number.ts";
import {
  broken,
  kept,
  skipped,
  skippedFor,
  softened,
  type Verdict,
} from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { type Asked, askQuery, ordersIn, packagesIn } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import {
  checkEach,
  checkEachApart,
  checkNothingFound,
  countItems,
  skipBrokenLimit,
} from "../check-answers.ts";
import { skipNoOrders } from "../orders/order-answers.ts";
import { isFromOrigin } from "../security/forgeries.ts";
import { unknownNumber } from "../unknown.ts";
import { numberVariants, spellings } from "../variants/number-variants.ts";
import {
  askNumber,
  checkFound,
  firstPage,
  withAsked,
  withPackages,
  withRead,
} from "./package-answers.ts";
import { packageContentCases } from "./package-contents.ts";
import { packagePageCases } from "./package-pages.ts";

/** Maximum number of packages whose numbers are tried one by one. */
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
        if (asked.answer?.kind !== "packages") {
          const orders = await findByNumber(inspection);
          const isThere = orders.some((one) =>
            ordersIn(one).some((order) => sameNumber(order.order_number, number)),
          );
          if (!isThere && orders.length > 0) return skippedFor("orders.by-number");
          const verdict = broken([asked.sent], seen.askedFor(number, asked.sent));
          return (await isFromOrigin(inspection)) ? softened(verdict) : verdict;
        }
        if (areAllAlike(byOrder)) {
          return broken(
            byOrder.map(({ sent }) => sent),
            seen.text(
              `${byOrder.length} orders were asked for, and all have the very same packages.`,
              `查询了 ${byOrder.length} 个订单，得到的包裹完全相同。`,
            ),
            "/packages",
          );
        }
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
      if (!tracked || number === undefined) return noTracking();
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
    withPackages(inspection, ([pkg]) => checkVariants(inspection, pkg!.package_number)),

  "packages.tracking-exact": (inspection) =>
    withPackages(inspection, (packages) => {
      const number = packages.find((one) => one.tracking_number !== undefined)?.tracking_number;
      if (number === undefined) return noTracking();
      return checkVariants(inspection, number);
    }),

  ...packagePageCases,
  ...packageContentCases,
};

/** Orders without packages look alike; three orders with the same packages show that the webhook ignores the number. */
function areAllAlike(asked: readonly Asked[]): boolean {
  const texts = asked.map((one) =>
    packagesIn(one)
      .map((pkg) => pkg.package_number)
      .join("\n"),
  );
  return asked.length > 2 && texts[0] !== "" && new Set(texts).size === 1;
}

function checkVariants(inspection: Inspection, number: string): Promise<Verdict> {
  return checkEachApart(inspection, numberVariants(number), (one) => checkVariant(inspection, one));
}

/** Checks that a number that belongs to no package finds none; a variant shared by two numbers is queried once. */
async function checkVariant(inspection: Inspection, variant: string): Promise<Verdict> {
  const asked = await inspection.once(`package variant ${variant}`, () =>
    askNumber(inspection, variant),
  );
  const isOther = packagesIn(asked).some(
    (one) =>
      ![one.package_number, one.tracking_number].some((number) => sameNumber(number, variant)),
  );
  const what = seen.text(
    `the package number ${JSON.stringify(variant)}`,
    `包裹号 ${JSON.stringify(variant)}`,
  );
  if (isOther) return broken([asked.sent], seen.gotThrough(what, asked.sent), "/packages");
  return countItems(asked.sent) > 0 ? kept([asked.sent]) : checkNothingFound(asked.sent, what);
}

const noTracking = () =>
  skipped("no known package has a tracking number", "已知的包裹都没有快递单号");
