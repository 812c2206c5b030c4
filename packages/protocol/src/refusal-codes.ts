import type { Refusal } from "./answer.ts";
import type { Query } from "./query.ts";

/** The codes that Meetbot's own software sends, from the tables of the origin document. */
export const refusalCodes = { user_not_found: 10001, order_not_found: 11001 } as const;

/** The samples in the origin document use other codes than its tables; both mean the same. */
const reasons = new Map<number | null, "user_not_found" | "order_not_found">([
  [refusalCodes.user_not_found, "user_not_found"],
  [14222, "user_not_found"],
  [refusalCodes.order_not_found, "order_not_found"],
  [14223, "order_not_found"],
]);

/**
 * Returns what a refusal means for its query. A query by number involves no account that could be unknown, so each of
 * the four codes means that the order was not found. For a query by account, each code keeps its own meaning: a shop
 * that knows the account but not its orders answers 11001.
 */
export function toRefusalReason(query: Query, code: number | null): Refusal["reason"] {
  const reason = reasons.get(code);
  if (reason === undefined || query.method === "test") return "other";
  return asksByNumber(query) ? "order_not_found" : reason;
}

function asksByNumber(query: Query): boolean {
  return "orderNumber" in query || "packageNumber" in query;
}
