import type { Refusal } from "@meetbot/protocol";

/**
 * The negative answers. They are sent like any other answer (HTTP 200), and the bot replies to the customer that there
 * is no such account or order. The optional message goes only to Meetbot's delivery log.
 */
export const refuse = {
  /** Refuses because the shop has no such account. */
  userNotFound(message = "User not found"): Refusal {
    return { kind: "refusal", reason: "user_not_found", code: 10001, message };
  },

  /** Refuses because the shop has no order or package with this number. */
  orderNotFound(message = "Order not found"): Refusal {
    return { kind: "refusal", reason: "order_not_found", code: 11001, message };
  },
} as const;
