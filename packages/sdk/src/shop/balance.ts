import type { Order } from "@meetbot/protocol";
import { money } from "./money.ts";

/** The difference between an order's total and its parts, and the order with that difference added. */
export interface Balance {
  order: Order;
  /** In major units; 0 if the parts add up, negative if they exceed the total. */
  missing: number;
}

/** The card's labels for the missing amount, in the shop's language. */
export interface BalanceWords {
  /** Label for the amount by which the total exceeds the parts. */
  fee?: string;
  /** Label for the amount by which the parts exceed the total. */
  discount?: string;
}

/**
 * Makes an order add up as a customer would: subtotal, shipping, fees and tax, minus the adjustments, are the total;
 * tax included in the prices is not added. The missing amount becomes an adjustment or a fee. An absent part counts as
 * zero; an order without a subtotal is returned unchanged.
 */
export function balance(order: Order, words: BalanceWords = {}): Balance {
  const { summary, currency, adjustments = [], fees = [] } = order;
  if (summary.subtotal === undefined) return { order, missing: 0 };
  const minor = (amount = 0) => money.toMinor(amount, currency);
  const sum = (parts: readonly { amount: number }[]) =>
    parts.reduce((all, { amount }) => all + minor(amount), 0);
  const tax = summary.tax_included ? 0 : minor(summary.total_tax);
  const parts = minor(summary.subtotal) + minor(summary.shipping_cost) + tax + sum(fees);
  const missing = money.fromMinor(minor(summary.total_cost) - parts + sum(adjustments), currency);
  if (missing === 0) return { order, missing };
  const { fee = "Fee", discount = "Discount" } = words;
  return {
    order:
      missing > 0
        ? { ...order, fees: [...fees, { name: fee, amount: missing }] }
        : { ...order, adjustments: [...adjustments, { name: discount, amount: -missing }] },
    missing,
  };
}
