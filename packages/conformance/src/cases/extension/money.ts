import type { Order } from "@meetbot/protocol";
import type { CasesOf } from "../case.ts";
import { type Flaw, firstFlaw, flaw } from "../flaws.ts";
import { isPast, latestMoment } from "../moments.ts";
import { eachOrderBoth } from "../orders/order-answers.ts";
import { amountsOf, isNear, sumPrices } from "../orders/sums.ts";
import { isAbsent, partsOf, whereUsed } from "./where-used.ts";

type MoneyRule = "extension.fees" | "extension.tax-included" | "extension.refunds";

type Raw = Readonly<Record<string, unknown>>;

/** Whether the amounts that extension 1 adds to an order fit its total. */
export const moneyCases: Pick<CasesOf<"extension">, MoneyRule> = {
  "extension.fees": whereUsed(
    "fees",
    eachOrderBoth((order, raw, pointer) => {
      if (isAbsent(raw.fees)) return null;
      if (order.fees === undefined) return unreadFees(raw.fees, `${pointer}/fees`);
      if (!differs(order, raw, { ...raw, fees: [] }) || order.fees.length === 0) return null;
      const fees = order.fees.reduce((sum, { amount }) => sum + amount, 0);
      const total = order.summary.total_cost;
      return flaw(
        `${pointer}/summary/total_cost`,
        `total_cost is ${total}, which is the sum without the fees of ${fees}.`,
        `total_cost 是 ${total}，没有把 ${fees} 的附加费用算进去。`,
      );
    }),
  ),

  "extension.tax-included": whereUsed(
    "tax",
    eachOrderBoth((order, raw, pointer) => {
      const told = (raw.summary as Raw | undefined)?.tax_included;
      if (isAbsent(told)) return null;
      const place = `${pointer}/summary/tax_included`;
      const { total_tax: tax, tax_included: isIncluded } = order.summary;
      if (isIncluded === undefined) {
        return flaw(place, "It is neither true nor false.", "它既不是 true 也不是 false。");
      }
      const other = { ...order, summary: { ...order.summary, tax_included: !isIncluded } };
      if (!tax || !differs(order, raw, raw, other)) return null;
      return isIncluded
        ? flaw(
            place,
            `It is true, and total_cost is the sum with the tax of ${tax} on top.`,
            `它是 true，而 total_cost 却是另加 ${tax} 税费的总和。`,
          )
        : flaw(
            place,
            `It is false, and total_cost is the sum without the tax of ${tax}.`,
            `它是 false，而 total_cost 却没有另加 ${tax} 的税费。`,
          );
    }),
  ),

  "extension.refunds": whereUsed("refunds", async (inspection) => {
    const nowS = latestMoment(inspection);
    return eachOrderBoth((order, raw, pointer) => {
      const place = `${pointer}/refunds`;
      const refunds = partsOf(raw.refunds, place);
      const undated = firstFlaw(refunds, ({ part: { at }, place }) => {
        const isWrong = !isAbsent(at) && !isPast(at, nowS);
        const told = JSON.stringify(at);
        return isWrong ? flaw(`${place}/at`, `It is ${told}.`, `它是 ${told}。`) : null;
      });
      return undated ?? tooMuch(order, place);
    })(inspection);
  }),
};

/** Checks whether the amounts add up to the total only in the other way, and not in the declared one. */
function differs(order: Order, raw: Raw, otherRaw: Raw, other: Order = order): boolean {
  const currencies = order.elements.map((line) => line.currency ?? order.currency);
  if (currencies.some((currency) => currency !== order.currency)) return false;
  const fits = (one: Order, written: Raw) => {
    const subtotal = one.summary.subtotal ?? sumPrices(one);
    const { sums } = amountsOf({ ...one, summary: { ...one.summary, subtotal } }, written);
    return sums.some((sum) => isNear(sum, one.summary.total_cost));
  };
  return !fits(order, raw) && fits(other, otherRaw);
}

/** Fees count all or not at all: which one is it that cannot be read? */
function unreadFees(fees: unknown, pointer: string): Flaw {
  const bad = partsOf(fees, pointer).find(
    ({ part: { name, amount } }) =>
      typeof name !== "string" || isAbsent(name) || isAbsent(amount) || Number.isNaN(+`${amount}`),
  );
  return flaw(
    bad?.place ?? pointer,
    "No fee of this order is read: each needs a name and an amount.",
    "该订单的附加费用一项也没有读取：每项都要有 name 和 amount。",
  );
}

function tooMuch(order: Order, pointer: string): Flaw | null {
  const given = (order.refunds ?? []).filter(({ status }) => status !== "failed");
  const sum = given.reduce((all, { amount }) => all + amount, 0);
  const total = order.summary.total_cost;
  if (sum <= total || isNear(sum, total)) return null;
  return flaw(
    pointer,
    `They come to ${sum}, and total_cost is ${total}.`,
    `合计 ${sum}，而 total_cost 是 ${total}。`,
  );
}
