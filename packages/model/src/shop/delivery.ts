import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { CodedTrouble } from "@meetbot/network/exchange/outcome.ts";
import type { UnavailableReason } from "../conversation/ask.ts";

/** One query to one endpoint, or the outcome of a push, for the delivery log. Sealed at rest, masked when read. */
export interface Delivery {
  /** The wire's `request.id`; of a `push_status` with the moment behind it, for it is sent again under its id. */
  id: string;
  method: "test" | "orders" | "packages" | "push_status";
  endpoint: string;
  /** Unix milliseconds. */
  startedAt: number;
  durationMs: number;
  outcome: "answered" | "user_not_found" | "order_not_found" | UnavailableReason;
  /** What exactly was wrong with the merchant's answer, for the merchant. */
  detail: string | null;
  /** Why a connected shop's platform did not answer, by its code; absent: it was not that. */
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
