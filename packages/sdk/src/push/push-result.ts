import type { PushState } from "@meetbot/protocol";

/** Meetbot stored the push and will notify the subscribers. */
export interface PushAccepted {
  ok: true;
  id: string;
  /**
   * The number of conversations to notify; 0 where nobody subscribed, or where the same event arrived before in other
   * words.
   */
  recipients: number;
  /** Whether the push arrived before; Meetbot notifies nobody twice. */
  repeated: boolean;
}

/** It is not stored. */
export interface PushFailed {
  ok: false;
  /** Whether it may be sent again as it is; what is wrong for good stays wrong. */
  retry: boolean;
  /** The protocol's number or the HTTP status; `network` and `aborted` where nothing answered. */
  code: number | "network" | "aborted";
  message: string;
}

export type PushResult = PushAccepted | PushFailed;

/** The state of a push for one of its recipients. */
export interface PushRecipientStatus {
  channel: string;
  state: PushState;
  because?: string;
  /** Unix milliseconds. */
  at: number;
}

/** The status of a push. */
export interface PushStatus {
  ok: true;
  id: string;
  recipients: PushRecipientStatus[];
}
