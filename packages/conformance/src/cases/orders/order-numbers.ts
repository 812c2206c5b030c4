import { type Order, sameNumber } from "@meetbot/protocol";
import { findByNumber, findKnownPackages } from "../../inspection/find-by-number.ts";
import { broken, kept, softened } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { ordersIn } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import { walkLists } from "../../inspection/walk.ts";
import type { CasesOf } from "../case.ts";
import { checkEach, checkEachApart, checkNothingFound, countItems } from "../check-answers.ts";
import { numberVariants, spellings } from "../variants/number-variants.ts";
import { askOrder, checkFound, withNumbers } from "./order-answers.ts";
import { type Likeness, marks } from "./same-marks.ts";

type NumberRule = "orders.same-order" | "orders.number-spelling" | "orders.number-exact";

/** A number must return exactly this order, complete, and no other. */
export const orderNumberCases: Pick<CasesOf<"orders">, NumberRule> = {
  "orders.same-order": (inspection) =>
    withNumbers(inspection, async () => {
      const listed = (await walkLists(inspection)).flatMap(({ long }) => long.pages);
      return checkEach(await findByNumber(inspection), async (asked) => {
        const [order] = ordersIn(asked);
        const page = listed.find((one) => ordersIn(one).some((other) => isSame(other, order)));
        const other = page && ordersIn(page).find((one) => isSame(one, order));
        if (!order || !other) return kept([asked.sent]);
        const differs = (likeness: Likeness) =>
          marks.find((mark) => mark.compare(order, other) === likeness);
        const different = differs("other");
        const found = different ?? differs("rough");
        if (!found) return kept([asked.sent]);
        const { place, of } = found;
        const verdict = broken(
          [page.sent, asked.sent],
          seen.text(
            `${order.order_number} has ${place} ${of(other)} in the list, and ${of(order)} by its number.`,
            `${order.order_number} 的 ${place} 在列表里是 ${of(other)}，按单号查是 ${of(order)}。`,
          ),
          `/orders/0/${place}`,
        );
        return different ? verdict : softened(verdict);
      });
    }),

  "orders.number-spelling": (inspection) =>
    withNumbers(inspection, async ([number = ""]) =>
      checkEach(spellings(number), async (spelling) =>
        checkFound(await askOrder(inspection, spelling), number, spelling),
      ),
    ),

  "orders.number-exact": (inspection) =>
    withNumbers(inspection, async ([first = "", ...others]) => {
      // Only an all-digit number shows whether the webhook converts it to an integer.
      const digits = /^\d+$/.test(first) ? undefined : others.find((one) => /^\d+$/.test(one));
      const known = digits === undefined ? [first] : [first, digits];
      return checkEachApart(
        inspection,
        [...new Set([...known.flatMap(numberVariants), ...(await findPackageNumbers(inspection))])],
        async (variant) => {
          const asked = await askOrder(inspection, variant);
          const isOther = ordersIn(asked).some((order) => !sameNumber(order.order_number, variant));
          const what = seen.text(
            `the number ${JSON.stringify(variant)}`,
            `单号 ${JSON.stringify(variant)}`,
          );
          if (isOther) return broken([asked.sent], seen.gotThrough(what, asked.sent), "/orders");
          return countItems(asked.sent) > 0
            ? kept([asked.sent])
            : checkNothingFound(asked.sent, what);
        },
      );
    }),
};

/** Returns a package's numbers that differ from its order's number: the webhook must not find an order by them. */
async function findPackageNumbers(inspection: Inspection): Promise<string[]> {
  const [pkg] = await findKnownPackages(inspection);
  if (!pkg) return [];
  const numbers = [pkg.package_number, pkg.tracking_number ?? ""];
  return numbers.filter((one) => one !== "" && !sameNumber(one, pkg.order_number));
}

function isSame(order: Order, other: Order | undefined): boolean {
  return order.order_number === other?.order_number;
}
