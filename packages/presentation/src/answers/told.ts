import type { Order } from "@meetbot/protocol";
import type { Whereabouts } from "./where.ts";

/** An order's visible data, with the month in which it was placed for a customer who may see little. */
export interface Known extends Whereabouts {
  order?: (Partial<Order> & { placed_month?: string }) | undefined;
  /** Who ordered, where it goes and how it was paid may not be seen. */
  hidesPerson?: boolean;
}

/** An answer in a sentence, and what it tells in the shop's own form. */
export interface Told {
  text: string;
  value: string;
  link?: { title: string; url: string };
}
