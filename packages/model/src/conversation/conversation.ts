import type { Action } from "./action.ts";
import type { PendingCode } from "./code.ts";
import type { DialogState } from "./dialog-state.ts";
import type { InboundEvent } from "./inbound-event.ts";
import type { Proof } from "./proof.ts";
import type { OutboundReply } from "./reply.ts";
import type { AskedQuestion } from "./turn-outcome.ts";

/** All that a conversation remembers between two turns. */
export interface ConversationState {
  dialog: DialogState;
  proofs: Proof[];
  /** The code that was sent last and not used yet. */
  code: PendingCode | null;
  /** The choices offered lately, the oldest first. */
  choices: GivenChoice[];
  /** Questions asked within the last minutes, oldest first; absent if none. */
  questions?: AskedQuestion[];
}

/**
 * The action of a token that was issued for a choice. These form a list, not a record by token: V8 keeps each property
 * name that an object ever had until the next full garbage collection.
 */
export interface GivenChoice {
  token: string;
  action: Action;
}

/** A message of the transcript, numbered in the order both sides see; `at` is when it was stored. */
export type Message = { seq: number; at?: Date } & (
  | { from: "customer"; event: InboundEvent }
  | { from: "bot"; reply: OutboundReply }
  /** An agent typed it; `name` is the name that customers see. */
  | { from: "person"; name: string; reply: OutboundReply }
);
