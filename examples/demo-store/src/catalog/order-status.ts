import type { OrderFilter } from "@meetbot/sdk";

/** Where an order stands. These words travel to Meetbot as they are. */
export type OrderStatus =
  | "unpaid"
  | "processing"
  | "shipped"
  | "delivered"
  | "canceled"
  | "refunded";

/** What each filter of Meetbot means here: open is paid and not yet delivered, past is finished. */
export const statusesByFilter: Readonly<Record<OrderFilter, readonly OrderStatus[]>> = {
  open: ["processing", "shipped"],
  unpaid: ["unpaid"],
  past: ["delivered", "canceled", "refunded"],
};
