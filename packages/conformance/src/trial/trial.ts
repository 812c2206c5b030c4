import type { OrderFilter, Pagination } from "@meetbot/protocol";

/** One query that an operator sends to a webhook to see it and its answer whole. */
export type Trial =
  | { kind: "test" }
  | { kind: "orders_of_account"; account: string; filter: OrderFilter; pagination: Pagination }
  | { kind: "order"; orderNumber: string }
  | { kind: "packages_of_order"; orderNumber: string; pagination: Pagination }
  | { kind: "package"; packageNumber: string; pagination: Pagination }
  /** Queries for data that no shop has. */
  | { kind: "unknown_account" }
  | { kind: "unknown_order" }
  | { kind: "unknown_package" }
  /** Requests that a webhook must refuse. */
  | { kind: "unsigned" }
  | { kind: "wrong_secret" }
  | { kind: "altered_body" };

export type TrialKind = Trial["kind"];

/** Requests that a webhook must refuse, and the rule that demands it. */
export const forgedTrials = {
  unsigned: { forgery: "unsigned", rule: "security.unsigned" },
  wrong_secret: { forgery: "wrongSecret", rule: "security.wrong-secret" },
  altered_body: { forgery: "alteredBody", rule: "security.altered-body" },
} as const;

export type ForgedKind = keyof typeof forgedTrials;

/** Whether a webhook must refuse this query. */
export function isForged(kind: TrialKind): kind is ForgedKind {
  return kind in forgedTrials;
}
