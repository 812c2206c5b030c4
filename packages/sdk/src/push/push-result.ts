import type { PushState } from "@meetbot/protocol";

/** It is stored, and those who asked to be told will be. */
export interface PushAccepted {
  ok: true;
  id: string;
  /** Conversations that are told; 0 where nobody asked to be, or where it came before in other words. */
  recipients: number;
  /** It came before, and nothing is told twice. */
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

/** Where a push is for one of those who are told. */
export interface PushRecipientStatus {
  channel: string;
  state: PushState;
  because?: string;
  /** Unix milliseconds. */
  at: number;
}

/** What became of a push. */
export interface PushStatus {
  ok: true;
  id: string;
  recipients: PushRecipientStatus[];
}
