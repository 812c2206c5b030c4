import type { UnavailableReason } from "../conversation/ask.ts";

/** One HTTP request to an endpoint and what came of it. */
export interface Exchange {
  /** Unix milliseconds. */
  startedAt: number;
  durationMs: number;
  /** `received`: a body that may be an answer; else why there is none. */
  outcome: "received" | UnavailableReason;
  /** What exactly was wrong, for the merchant. */
  detail: string | null;
  httpStatus: number | null;
  /** The secret of `X-Hub-Signature`, by its fingerprint; absent where it is not known. */
  secretFingerprint?: string;
  /** Signatures are truncated. */
  requestHeaders: Record<string, string>;
  responseHeaders: Record<string, string>;
  /** At most the first 16 KiB. */
  responseBody: string;
  /** Where the time went, in milliseconds. */
  timings: Timings;
}

/** `null`: it did not come to that, or a kept connection made it unnecessary. */
export interface Timings {
  /** Until the host's name was resolved and vetted. */
  lookupMs: number | null;
  /** From there until the connection stood, the TLS handshake included. */
  connectMs: number | null;
  /** From the start until the response's head was there. */
  firstByteMs: number | null;
}

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
  requestBody: string;
  /** In order; none where the endpoint was not asked at all. */
  exchanges: Exchange[];
  /** The delivery of another conversation, asked the same at the same time, whose answer this is. */
  sharedWith: string | null;
}
