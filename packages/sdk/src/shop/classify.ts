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
  /** All of it. */
  isDelivered?: boolean;
}

/**
 * In which list an order belongs, or null if in none. One order is in one list: what is over comes
 * before what is owed, and what is owed before how far it is.
 */
export function classify(state: OrderState): OrderFilter | null {
  if (state.isDraft) return null;
  if (state.isCanceled || state.isRefunded) return "past";
  if (!state.isPaid) return "unpaid";
  return state.isDelivered ? "past" : "open";
}
