import type { Order } from "@meetbot/protocol";
import { withoutCents } from "./without-cents.ts";

/** One minor unit of most currencies, plus floating-point error from adding doubles. */
const TOLERANCE = 0.011;

/** The tolerance for currencies without a smaller unit, such as the yen. */
const WHOLE_TOLERANCE = 1.1;

/** All sums that are right for an order: each shop decides whether its prices include tax. */
export interface Sums {
  /** The possible totals, with adjustments subtracted by absolute value (`unsigned`) or with their sign (`signed`). */
  sums: readonly number[];
  unsigned: readonly number[];
  signed: readonly number[];
  /** The possible sums of the lines, the likeliest first. */
  subtotals: readonly number[];
}

/** Adds up an order in each valid way. `raw`: the order as the merchant sent it. */
export function amountsOf(order: Order, raw: Readonly<Record<string, unknown>>): Sums {
  const { summary, adjustments = [] } = order;
  const { shipping_cost: shipping = 0, total_tax: tax = 0, total_cost: total } = summary;
  const fees = feesOf(raw.fees);
  const taxes = taxesOf(order);
  const discount = adjustments.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  const signedDiscount = adjustments.reduce((sum, { amount }) => sum + amount, 0);
  const totalsWith = (off: number) =>
    taxes.map((one) => round((summary.subtotal ?? 0) + shipping + one + fees - off));
  const [unsigned, signed] = [totalsWith(discount), totalsWith(signedDiscount)];
  const subtotals =
    summary.subtotal === undefined
      ? taxes.flatMap((one) => [
          round(total - shipping - one - fees + discount),
          round(total - shipping - one - fees + signedDiscount),
        ])
      : [0, tax, -tax, discount, tax + discount].map((more) => round(summary.subtotal! + more));
  return { sums: [...unsigned, ...signed], unsigned, signed, subtotals };
}

/** Returns the sum of all line prices. */
export function sumPrices({ elements }: Order): number {
  return round(elements.reduce((sum, { price }) => sum + price, 0));
}

/** Returns the sum of all lines when prices are per piece. */
export function multiplied({ elements }: Order): number {
  return round(elements.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
}

/** Whether two amounts are equal apart from rounding. */
export function isNear(one: number, other: number, currency?: string): boolean {
  const isWhole = currency !== undefined && withoutCents.has(currency);
  return Math.abs(one - other) <= (isWhole ? WHOLE_TOLERANCE : TOLERANCE);
}

/** Returns the tax to add: on top, within the prices, or either when the order does not say which. */
function taxesOf({ summary }: Order): number[] {
  const { total_tax: tax, tax_included: isIncluded } = summary;
  if (tax === undefined || isIncluded === true) return [0];
  return isIncluded === false ? [tax] : [tax, 0];
}

/** Returns the sum of `fees`, as far as they can be parsed. */
function feesOf(fees: unknown): number {
  if (!Array.isArray(fees)) return 0;
  const amounts = fees.map((fee: { amount?: unknown } | null) => Number(fee?.amount ?? 0));
  return amounts.reduce((sum, amount) => sum + (Number.isFinite(amount) ? amount : 0), 0);
}

function round(amount: number): number {
  return Math.round(amount * 1_000) / 1_000;
}
