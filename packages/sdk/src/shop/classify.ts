import type { OrderFilter } from "@meetbot/protocol";

/** The facts about an order; an absent one is false. */
export interface OrderState {
  /** A cart, a draft, a test: no customer's order yet. */
  isDraft?: boolean;
  isCanceled?: boolean;
  /** In full. */
  isRefunded?: boolean;
  /** Or promised: on account, cash on delivery, authorized. */
  isPaid?: boolean;
  /** In full. */
  isDelivered?: boolean;
}

/**
 * Returns the list that an order belongs to, or null if it belongs to none. Each order is in one list: canceled and
 * refunded orders are sorted out first, then unpaid ones, then the rest by progress.
 */
export function classify(state: OrderState): OrderFilter | null {
  if (state.isDraft) return null;
  if (state.isCanceled || state.isRefunded) return "past";
  if (!state.isPaid) return "unpaid";
  return state.isDelivered ? "past" : "open";
}
