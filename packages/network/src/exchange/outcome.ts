import type { FailureReason } from "./exchange-record.ts";

/** What keeps the platform behind an endpoint from answering: its code and its message. */
export interface CodedTrouble {
  problem: string;
  detail: string;
}

export interface Failure {
  kind: "failed";
  reason: FailureReason;
  /** For the merchant: what happened and what to do. Never contains customer data, addresses or secrets. */
  detail: string;
  /** Error code from undici, Node or OpenSSL if the connection failed. */
  code?: string;
  trouble?: CodedTrouble;
}

/** The result of one POST: the text of a usable response, or the reason why there is none. */
export type Outcome = Received | Failure;

interface Received {
  kind: "received";
  text: string;
  /** The body began with a three-byte byte order mark, which RFC 8259 8.1 forbids to send. */
  hadByteOrderMark?: true;
}

/** Returns a failure: no usable response arrived, and why. The detail is shown to the merchant. */
export function failed(reason: FailureReason, detail: string): Failure {
  return { kind: "failed", reason, detail };
}
