import type { UnavailableReason } from "./ask.ts";

/** One query to one endpoint, as kept for the delivery log. Sealed at rest, masked when read. */
export interface Delivery {
  /** The wire's `request.id`. */
  id: string;
  method: "test" | "orders" | "packages";
  endpoint: string;
  /** Unix milliseconds. */
  startedAt: number;
  durationMs: number;
  outcome: "answered" | "user_not_found" | "order_not_found" | UnavailableReason;
  /** What exactly was wrong with the merchant's answer, for the merchant. */
  detail: string | null;
  httpStatus: number | null;
  /** Signatures are truncated. */
  requestHeaders: Record<string, string>;
  requestBody: string;
  responseHeaders: Record<string, string>;
  /** At most the first 16 KiB. */
  responseBody: string;
}
