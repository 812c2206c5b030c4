import type { Lease } from "./lease.ts";

/** `unknown_conversation`: the bot answers in no conversation of that name, or the conversation is full. */
export type EnqueueResult = "stored" | "duplicate" | "unknown_conversation";

/** An admission and the lease of the event's turn; the lease is `null` when another turn comes first. */
export interface EnqueuedTurn {
  admission: EnqueueResult;
  lease: Lease | null;
}
