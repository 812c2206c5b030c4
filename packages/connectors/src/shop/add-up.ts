import type { Order } from "@meetbot/sdk";
import { balance, money } from "@meetbot/sdk/shop";

/**
 * Labels for amounts that a platform does not itemize, so that they do not look like a discount or fee that nobody
 * applied.
 */
const words = { fee: "Other charges", discount: "Other reductions" };
const rounding = { fee: "Rounding", discount: "Rounding" };

/**
 * Returns an order whose parts sum to its total. Platforms round each part separately, so a difference of up to one
 * smallest unit per part counts as rounding.
 */
export function addUp(told: Order): Order {
  const order = asPaid(told);
  const { missing } = balance(order);
  const { elements, adjustments = [], fees = [], currency } = order;
  const maxUnits = elements.length + adjustments.length + fees.length + 2;
  const isRounding = Math.abs(money.toMinor(missing, currency)) <= maxUnits;
  return balance(order, isRounding ? rounding : words).order;
}

/**
 * Restores the original total when a platform has subtracted refunds from it, since refunds are listed below the total.
 */
function asPaid(order: Order): Order {
  const { refunds = [], summary, currency } = order;
  const paidBack = refunds
    .filter(({ status }) => status !== "failed")
    .reduce((sum, { amount }) => sum + money.toMinor(amount, currency), 0);
  const missing = money.toMinor(balance(order).missing, currency);
  if (paidBack === 0 || missing !== -paidBack) return order;
  const total = money.toMinor(summary.total_cost, currency) + paidBack;
  return { ...order, summary: { ...summary, total_cost: money.fromMinor(total, currency) } };
}
