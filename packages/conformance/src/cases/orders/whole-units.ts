import type { Order } from "@meetbot/protocol";
import { softened } from "../../inspection/finding.ts";
import type { CasesOf } from "../case.ts";
import { type Flaw, flaw } from "../flaws.ts";
import { eachOrder } from "./order-answers.ts";
import { withoutCents } from "./without-cents.ts";

type Amount = [place: string, amount: number | undefined];

/** Whether amounts can be paid at all. */
export const wholeUnitCases: Pick<CasesOf<"orders">, "orders.whole-units"> = {
  async "orders.whole-units"(inspection) {
    const verdict = await eachOrder(findFraction(pricesOf))(inspection);
    if (verdict.status !== "kept") return verdict;
    // An unrounded tax does no harm: nobody pays it separately.
    return softened(await eachOrder(findFraction(partsOf))(inspection));
  },
};

const findFraction =
  (amountsOf: (order: Order) => Amount[]) =>
  (order: Order, pointer: string): Flaw | null => {
    if (!withoutCents.has(order.currency)) return null;
    const found = amountsOf(order).find(([, amount = 0]) => !Number.isInteger(amount));
    if (!found) return null;
    const [place, amount] = [found[0], `${found[1]} ${order.currency}`];
    return flaw(`${pointer}/${place}`, `It is ${amount}.`, `它是 ${amount}。`);
  };

/** Returns the total that the customer pays and the price of each line. */
function pricesOf({ summary, elements, currency }: Order): Amount[] {
  const lines = elements.map((line, at): Amount => {
    const isOther = line.currency !== undefined && line.currency !== currency;
    return [`elements/${at}/price`, isOther ? 0 : line.price];
  });
  return [["summary/total_cost", summary.total_cost], ...lines];
}

function partsOf({ summary, adjustments = [] }: Order): Amount[] {
  const { subtotal, shipping_cost: shipping, total_tax: tax } = summary;
  return [
    ["summary/subtotal", subtotal],
    ["summary/shipping_cost", shipping],
    ["summary/total_tax", tax],
    ...adjustments.map(({ amount }, at): Amount => [`adjustments/${at}/amount`, amount]),
  ];
}
