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
  /** Whether the shop may send the same push again; permanent errors cannot be retried. */
  retry: boolean;
  /** The protocol's number or the HTTP status; `network` or `aborted` without a response. */
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
