import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { CodedTrouble } from "@meetbot/network/exchange/outcome.ts";
import type { UnavailableReason } from "../conversation/ask.ts";

/** One query to one endpoint, or the outcome of a push, for the delivery log. Sealed at rest, masked when read. */
export interface Delivery {
  /** The protocol's `request.id`; for a `push_status`, followed by the time, because retries reuse the id. */
  id: string;
  method: "test" | "orders" | "packages" | "push_status";
  endpoint: string;
  /** Unix milliseconds. */
  startedAt: number;
  durationMs: number;
  outcome: "answered" | "user_not_found" | "order_not_found" | UnavailableReason;
  /** The exact fault in the merchant's answer, shown to the merchant. */
  detail: string | null;
  /** The code of why a connected shop's platform did not answer; absent for other causes. */
  trouble?: CodedTrouble;
  requestBody: string;
  /** The exchanges in order; empty if the endpoint was not queried at all. */
  exchanges: Exchange[];
  /**
   * The delivery of another conversation that sent the same query at the same time and whose answer this one shares.
   */
  sharedWith: string | null;
  /** The request that led to it, by which the log is searched; absent: stored by a version before. */
  traceId?: string;
}
