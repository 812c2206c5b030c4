import type { CarrierCode } from "../../catalog/carriers.ts";
import type { Currency } from "../../catalog/money.ts";
import type { OrderStatus } from "../../catalog/order-status.ts";
import type { Sku } from "../../catalog/products.ts";

/** One shopper as the seed files tell it: who it is, where things go, what was ordered. */
export interface SeedShopper {
  email: string;
  name: string;
  /** By a name of the shopper's own; orders go to `home` unless they say otherwise. */
  addresses: Readonly<Record<string, SeedAddress>>;
  orders: readonly SeedOrder[];
}

export interface SeedAddress {
  recipient: string;
  street1: string;
  street2?: string;
  city: string;
  state: string;
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** One order. Amounts are in major units of `currency`; what they add up to is never written down. */
export interface SeedOrder {
  number: string;
  status: OrderStatus;
  /** Whole days before the shop's first day, and the time of that day in UTC. */
  placed: { daysAgo: number; at: string };
  shipTo?: string;
  paymentMethod?: string;
  currency: Currency;
  /** How many of each product. */
  lines: Readonly<Partial<Record<Sku, number>>>;
  /** Discounts by name, as positive amounts. */
  discounts?: Readonly<Record<string, number>>;
  /** Surcharges by name. */
  fees?: Readonly<Record<string, number>>;
  shipping: number;
  packages?: readonly SeedPackage[];
}

/** One package. It has no carrier until it is handed over. */
export interface SeedPackage {
  number: string;
  carrier?: CarrierCode;
  trackingNumber?: string;
  /** In the shop's own words, in the shopper's language. */
  status: string;
  /** Expected delivery, counted from the shop's first day; below zero: the day it arrived. */
  dueInDays: number;
  /** The main product inside; the first of the order where absent. */
  product?: Sku;
}
