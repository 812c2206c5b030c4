import type { Refusal } from "@meetbot/protocol";

/**
 * The answers that say no. They are answers like any other (HTTP 200): the customer hears that there
 * is no such account or order. The optional message goes to Meetbot's delivery log only.
 */
export const refuse = {
  /** The shop knows no such account. */
  userNotFound(message = "User not found"): Refusal {
    return { kind: "refusal", reason: "user_not_found", code: 10001, message };
  },

  /** The shop knows no order or package with this number. */
  orderNotFound(message = "Order not found"): Refusal {
    return { kind: "refusal", reason: "order_not_found", code: 11001, message };
  },
} as const;
