import type { Order } from "@meetbot/protocol";
import type { Whereabouts } from "./where.ts";

/** What is told of an order, with what is said of when it was placed where little may be seen. */
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
