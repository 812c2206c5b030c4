import type { Order } from "../orders/order.ts";
import type { Package } from "../orders/package.ts";

/** The customers that a push concerns, by the identifier that the shop has: an account, an order or a package. */
export type PushRecipient =
  | { account: string }
  | { orderNumber: string }
  | { packageNumber: string };

interface PushEnvelope {
  /** The id that the shop chose; pushes with the same id are the same push. */
  id: string;
  pageId?: string;
  /** In milliseconds: Meetbot notifies nobody after this time. */
  expiresAt?: number;
}

/** Proves key and clock: Meetbot echoes the token and notifies nobody. */
export interface TestPush extends PushEnvelope {
  method: "test";
  testToken: string;
}

/** An order was placed. */
export interface OrderPlacedPush extends PushEnvelope {
  method: "order.placed";
  recipient: PushRecipient;
  orderNumber: string;
  /** In milliseconds: the time that the shop gave, else when the order was placed, else when Meetbot read the push. */
  occurredAt: number;
  /** As the shop saw it then. */
  order?: Order;
}

/** An order was paid, canceled, refunded, delayed, or whatever the shop calls it. */
export interface OrderChangedPush extends PushEnvelope {
  method: "order.changed";
  recipient: PushRecipient;
  orderNumber: string;
  /** In the shop's own words. */
  status: string;
  /** In milliseconds: the time that the shop gave, else when Meetbot read the push. */
  occurredAt: number;
  statusText?: string;
  order?: Order;
}

/** A package moved. */
export interface PackageChangedPush extends PushEnvelope {
  method: "package.changed";
  recipient: PushRecipient;
  packageNumber: string;
  /** Absent if the push does not name an order number. */
  orderNumber?: string;
  /** In the shop's or the carrier's own words. */
  status: string;
  /** In milliseconds. */
  occurredAt: number;
  statusText?: string;
  package?: Package;
}

/** An event that a shop sends unprompted: a hint that something changed, never a source of facts. */
export type Push = TestPush | OrderPlacedPush | OrderChangedPush | PackageChangedPush;
