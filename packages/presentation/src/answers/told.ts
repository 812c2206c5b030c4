import type { Order } from "@meetbot/protocol";
import type { Whereabouts } from "./where.ts";

/** An order's visible data, with the month in which it was placed for a customer who may see little. */
export interface Known extends Whereabouts {
  order?: (Partial<Order> & { placed_month?: string }) | undefined;
  /** Whether to hide who ordered, the delivery address and the payment method. */
  hidesPerson?: boolean;
}

/** An answer as a sentence, and its value in the shop's own form. */
export interface Told {
  text: string;
  value: string;
  link?: { title: string; url: string };
}
