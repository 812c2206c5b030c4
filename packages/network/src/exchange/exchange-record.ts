/** Why an exchange brought no body that may be an answer. */
export type FailureReason =
  | "timeout"
  | "connection_failed"
  | "address_refused"
  | "http_status"
  | "gone"
  | "signature_refused"
  | "redirect"
  | "too_large"
  | "invalid_json"
  | "invalid_answer";

/** One HTTP request to an endpoint and its result. */
export interface Exchange {
  /** Unix milliseconds. */
  startedAt: number;
  durationMs: number;
  /** `received`: a body that may be an answer; otherwise the reason why there is none. */
  outcome: "received" | FailureReason;
  /** The exact fault, shown to the merchant. */
  detail: string | null;
  httpStatus: number | null;
  /** The fingerprint of the secret that signed `X-Hub-Signature`; absent if it is unknown. */
  secretFingerprint?: string;
  /** Signatures are truncated. */
  requestHeaders: Record<string, string>;
  responseHeaders: Record<string, string>;
  /** At most the first 16 KiB. */
  responseBody: string;
  /** The duration of each phase, in milliseconds. */
  timings: Timings;
}

/** A phase is `null` if the request did not reach it or a reused connection made it unnecessary. */
export interface Timings {
  /** Until the host's name was resolved and vetted. */
  lookupMs: number | null;
  /** From there until the connection stood, the TLS handshake included. */
  connectMs: number | null;
  /** From the start until the response's head was there. */
  firstByteMs: number | null;
}
