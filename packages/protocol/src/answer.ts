import type { Capabilities } from "./capabilities.ts";
import type { Order } from "./orders/order.ts";
import type { Package } from "./orders/package.ts";

export interface TestAnswer {
  kind: "test";
  testToken: string;
  /** The capabilities that the webhook declares; absent if it supports only the origin of the protocol. */
  capabilities?: Capabilities;
}

export interface OrdersAnswer {
  kind: "orders";
  orders: Order[];
  hasNextPage: boolean;
  /** The language requested for the answer's texts, if the webhook accepts one. */
  locale?: string;
}

export interface PackagesAnswer {
  kind: "packages";
  packages: Package[];
  hasNextPage: boolean;
  /** As in an {@link OrdersAnswer}. */
  locale?: string;
}

/**
 * A refusal by the merchant: an answer, not a failure. `other` is a refusal with a code that Meetbot does not recognize
 * (or a `success: false` without a usable code).
 */
export interface Refusal {
  kind: "refusal";
  reason: "user_not_found" | "order_not_found" | "other";
  code: number | null;
  message: string;
}

/** A merchant webhook's answer to a {@link Query}. */
export type Answer = TestAnswer | OrdersAnswer | PackagesAnswer | Refusal;
