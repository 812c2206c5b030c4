/** A code that was sent by mail. It counts in its conversation and for its email only. */
export interface PendingCode {
  email: string;
  /** An HMAC of the code, in base64: it does not reveal the code to its reader. */
  hash: string;
  /** Unix milliseconds. */
  expires: number;
  triesLeft: number;
}

/** The outcome of sending or checking a code. */
export type CodeOutcome =
  | { kind: "sent" }
  /** None is needed: the account is proved already. */
  | { kind: "proved" }
  /** Enough was sent for now. `pending`: an earlier code still counts. */
  | { kind: "limited"; retryAfterS: number; pending: boolean }
  | { kind: "not_sent"; reason: "address_refused" | "failed" }
  | { kind: "right" }
  | { kind: "wrong"; triesLeft: number }
  /** The last try was wrong too. */
  | { kind: "used_up" }
  /** The code has expired, or there is none. */
  | { kind: "expired" };
