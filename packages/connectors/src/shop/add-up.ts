import type { Order } from "@meetbot/sdk";
import { balance, money } from "@meetbot/sdk/shop";

/** What a platform's parts are called that it does not itemize: not a discount and not a fee that nobody gave. */
const words = { fee: "Other charges", discount: "Other reductions" };
const rounding = { fee: "Rounding", discount: "Rounding" };

/**
 * An order whose parts come to its total. Platforms round each part on its own: up to one smallest unit for each part
 * is a matter of rounding.
 */
export function addUp(order: Order): Order {
  const { missing } = balance(order);
  const { elements, adjustments = [], fees = [], currency } = order;
  const mostUnits = elements.length + adjustments.length + fees.length + 2;
  const isRounding = Math.abs(money.toMinor(missing, currency)) <= mostUnits;
  return balance(order, isRounding ? rounding : words).order;
}
