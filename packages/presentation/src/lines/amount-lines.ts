import type { Adjustment, Fee, OrderSummary, Refund } from "@meetbot/protocol";
import type { Reader } from "../languages/contract/card-language.ts";
import { formatMoment } from "../text/dates.ts";
import { formatDiscount, formatMoney } from "../text/money.ts";

/** The source of the amounts: an order or a receipt. */
interface Priced {
  summary?: { [Part in keyof OrderSummary]?: OrderSummary[Part] | undefined } | undefined;
  adjustments?: readonly Adjustment[] | undefined;
  fees?: readonly Fee[] | undefined;
  refunds?: readonly Refund[] | undefined;
  currency?: string | undefined;
}

/** One amount of an order: its label, the amount, and whether it is the total. */
export type AmountLine = [label: string, amount: string, isTotal?: true];

/**
 * Returns an order's amounts in the order in which they add up; discounts are subtracted. Amounts that the total
 * already includes, and refunds, follow below it.
 */
export function amountLines(order: Priced, reader: Reader): AmountLine[] {
  const { summary, adjustments = [], fees = [], refunds = [], currency } = order;
  if (!summary) return [];
  const { words } = reader.language;
  const money = (amount: number) => formatMoney(amount, currency, reader);
  const line = (label: string, amount: number | undefined): AmountLine[] =>
    amount === undefined ? [] : [[label, money(amount)]];
  const isAdded = hasSurcharges(order);
  const tax = line(summary.tax_included ? words.taxIncluded : words.tax, summary.total_tax);
  const total = line(words.total, summary.total_cost).map(
    ([label, amount]): AmountLine => [label, amount, true],
  );
  return [
    ...line(words.subtotal, summary.subtotal),
    ...adjustments.map(
      ({ name, amount }): AmountLine => [
        name,
        isAdded && amount < 0 ? money(-amount) : formatDiscount(amount, currency, reader),
      ],
    ),
    ...fees.flatMap(({ name, amount }) => line(name, amount)),
    ...line(words.shipping, summary.shipping_cost),
    ...(summary.tax_included ? [...total, ...tax] : [...tax, ...total]),
    ...refunds.map(({ amount, at, status }): AmountLine => {
      const label = words[status === undefined ? "refund" : refundWords[status]];
      const date = at ? ` · ${formatMoment(at, reader)}` : "";
      return [label + date, formatDiscount(amount, currency, reader)];
    }),
  ];
}

const refundWords = {
  pending: "refundPending",
  refunded: "refund",
  failed: "refundFailed",
} as const;

/** The rounding tolerance between two sums, since amounts are given to the cent. */
const rounding = 0.011;

/** Checks whether negative discounts are surcharges: the total adds up only that way, contrary to the protocol. */
export function hasSurcharges({ summary, adjustments = [], fees = [] }: Priced): boolean {
  const { subtotal, shipping_cost = 0, total_tax = 0, tax_included, total_cost } = summary ?? {};
  if (subtotal === undefined || total_cost === undefined) return false;
  const sum = (amounts: readonly { amount: number }[]) =>
    amounts.reduce((all, { amount }) => all + amount, 0);
  const before = subtotal + shipping_cost + (tax_included ? 0 : total_tax) + sum(fees);
  const fits = (off: number) => Math.abs(before - off - total_cost) < rounding;
  const subtracted = adjustments.map(({ amount }) => ({ amount: Math.abs(amount) }));
  return fits(sum(adjustments)) && !fits(sum(subtracted));
}
