import type { Order } from "@meetbot/protocol";
import { skippedFor } from "../../inspection/finding.ts";
import type { Case, CasesOf } from "../case.ts";
import { type Flaw, flaw } from "../flaws.ts";
import { findHundredfold } from "./minor-units.ts";
import { eachOrder, eachOrderBoth } from "./order-answers.ts";
import { amountsOf, isNear, multiplied, type Sums, sumPrices } from "./sums.ts";

type AmountRule = "orders.line-prices" | "orders.totals" | "orders.discounts" | "orders.currencies";

/** Units of account and metals, which ISO 4217 has and ICU does not list. */
const unlisted = "BOV CHE CHW CLF COU MXV USN UYI UYW VED XAD XAG XAU XBA XBB XBC XBD XPD XPT XUA";

const currencies = new Set([...Intl.supportedValuesOf("currency"), ...unlisted.split(" ")]);

/** Whether an order's amounts add up for a customer. */
export const orderAmountCases: Pick<CasesOf<"orders">, AmountRule> = {
  "orders.line-prices": inOneUnit((order, raw, pointer) => {
    const { elements, summary, currency } = order;
    const isOtherCurrency = elements.some((line) => (line.currency ?? currency) !== currency);
    if (elements.length === 0 || isOtherCurrency) return null;
    return findLineFlaw(order, amountsOf(order, raw), `${pointer}/elements`, summary.subtotal);
  }),

  "orders.totals": inOneUnit((order, raw, pointer) => {
    const { subtotal, shipping_cost: shipping, total_tax: tax, total_cost: total } = order.summary;
    if (subtotal === undefined || shipping === undefined || tax === undefined) return null;
    const { sums } = amountsOf(order, raw);
    if (sums.some((sum) => isNear(sum, total, order.currency))) return null;
    return flaw(
      `${pointer}/summary/total_cost`,
      `The amounts add up to ${sums[0]}, total_cost is ${total}.`,
      `各项相加是 ${sums[0]}，total_cost 是 ${total}。`,
    );
  }),

  "orders.discounts": eachOrderBoth((order, raw, pointer) => {
    const { adjustments = [], summary } = order;
    const at = adjustments.findIndex(({ amount }) => amount < 0);
    // A negative adjustment is a surcharge if the total adds up only when it is subtracted with its sign.
    const { signed, unsigned } = amountsOf(order, raw);
    const fits = (sums: readonly number[]) =>
      sums.some((sum) => isNear(sum, summary.total_cost, order.currency));
    if (at < 0 || (fits(signed) && !fits(unsigned))) return null;
    const { amount } = adjustments[at]!;
    return flaw(`${pointer}/adjustments/${at}/amount`, `It is ${amount}.`, `它是 ${amount}。`);
  }),

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
};

/** Skips the case if part of each order is in cents: nothing adds up then, and another rule reports why. */
function inOneUnit(find: Parameters<typeof eachOrderBoth>[0]): Case {
  return async (inspection) =>
    (await findHundredfold(inspection))
      ? skippedFor("orders.minor-units")
      : eachOrderBoth(find)(inspection);
}

/**
 * Prices that add up to the subtotal fit. Without a subtotal, they are compared with the rest of the total, and are
 * wrong only if they fit times quantity, since a total may include more.
 */
function findLineFlaw(
  order: Order,
  { subtotals }: Sums,
  pointer: string,
  told: number | undefined,
): Flaw | null {
  const [sum, times] = [sumPrices(order), multiplied(order)];
  if (subtotals.some((subtotal) => isNear(sum, subtotal, order.currency))) return null;
  const isUnitPrice =
    sum !== times && subtotals.some((subtotal) => isNear(times, subtotal, order.currency));
  if (told === undefined && !isUnitPrice) return null;
  const expected = subtotals[0] ?? 0;
  const [en, zh] =
    told === undefined
      ? ["without shipping, tax and discounts the total", "扣除运费、税费和优惠后的总额"]
      : ["the subtotal", "小计"];
  return flaw(
    pointer,
    `The prices add up to ${sum}, ${en} is ${expected}.${isUnitPrice ? " Times quantity they fit: unit prices were sent." : ""}`,
    `各行价格之和是 ${sum}，${zh}是 ${expected}。${isUnitPrice ? "乘以数量后相符：发送的是单价。" : ""}`,
  );
}
