import type { Lease } from "./lease.ts";

/** `unknown_conversation`: there is none by that name in which the bot answers, or it is full. */
export type EnqueueResult = "stored" | "duplicate" | "unknown_conversation";

/** An admission, and the lease of the event's turn. Null: another turn comes first. */
export interface EnqueuedTurn {
  admission: EnqueueResult;
  lease: Lease | null;
}
