import type { Delivery } from "./shop/delivery.ts";

/**
 * Groups the outcomes of a delivery. `answered` and `no`: the shop did its part. `failed`: the shop gave no usable
 * answer. `unasked`: the shop was not queried. The order matches the database's index of failed deliveries.
 */
export const outcomeGroups = {
  answered: "answered",
  user_not_found: "no",
  order_not_found: "no",
  timeout: "failed",
  connection_failed: "failed",
  address_refused: "failed",
  http_status: "failed",
  gone: "failed",
  signature_refused: "failed",
  redirect: "failed",
  too_large: "failed",
  invalid_json: "failed",
  invalid_answer: "failed",
  refused_otherwise: "failed",
  breaker_open: "unasked",
  busy: "unasked",
  endpoint_stopped: "unasked",
} as const satisfies Record<Delivery["outcome"], "answered" | "no" | "failed" | "unasked">;

/** Outcomes of answers that arrived in time but broke a rule of the protocol and cannot be used. */
export const rulesBroken = [
  "too_large",
  "invalid_json",
  "invalid_answer",
  "refused_otherwise",
] as const satisfies Delivery["outcome"][];
