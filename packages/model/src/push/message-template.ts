import type { CustomerLocale, OrderNewsStatus, ParcelStatus } from "@meetbot/presentation";

/** The subjects of our templates; a platform must first approve each template in each language. */
export const templateKinds = [
  "placed",
  "shipped",
  "out_for_delivery",
  "ready_for_pickup",
  "delivered",
  "problem",
] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** The template that reports each parcel status; `null` if there is none. */
export const parcelTemplates = {
  preparing: null,
  info_received: null,
  picked_up: "shipped",
  in_transit: "shipped",
  customs: null,
  ready_for_pickup: "ready_for_pickup",
  out_for_delivery: "out_for_delivery",
  attempt_failed: "problem",
  exception: "problem",
  damaged: "problem",
  returning: "problem",
  delivered: "delivered",
  returned: "problem",
  lost: "problem",
  // The customer may or may not have wanted the cancellation: no sentence fits both cases.
  canceled: null,
} as const satisfies Record<ParcelStatus, TemplateKind | null>;

/** The template that reports each order status; `null` if there is none. */
export const orderTemplates = {
  placed: "placed",
  paid: null,
  processing: null,
  partially_shipped: null,
  shipped: "shipped",
  delivered: "delivered",
  delayed: "problem",
  canceled: null,
  refunded: null,
} as const satisfies Record<OrderNewsStatus, TemplateKind | null>;

/** How far a template is with its platform. */
export const templateStates = [
  "pending",
  "approved",
  "rejected",
  // It was approved, and is not sent at the moment.
  "paused",
] as const;
export type TemplateState = (typeof templateStates)[number];

/** A platform's key for a template: it never changes, and each name and language has one template. */
export interface TemplateRef {
  name: string;
  /** The platform's own code. */
  language: string;
}

/** A template as we created it. */
export interface OwnTemplate extends TemplateRef {
  kind: TemplateKind;
  /** The customer's language that the template is written in. */
  locale: CustomerLocale;
  /** `{{1}}` is the shop's name. */
  text: string;
  button: string;
}

/** A template as the platform stores it. */
export interface HeldTemplate extends TemplateRef {
  externalId: string;
  state: TemplateState;
  /** Why it was rejected or paused, as the platform calls that. */
  reason: string | null;
}

/** A change of a template that a platform reports. */
export interface TemplateNews extends TemplateRef {
  /** `null` when it cannot be determined. */
  externalId: string | null;
  state: TemplateState | "deleted";
  reason: string | null;
  /** When it happened, in Unix milliseconds; `null` if not reported. */
  atMs: number | null;
}
