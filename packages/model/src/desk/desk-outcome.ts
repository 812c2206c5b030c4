import type { Held } from "./holder.ts";

/** The outcome of an agent's action in a conversation. */
export type DeskOutcome =
  /** `isQueued`: something waits in the outbox. `lastSeq`: the number of the last message now. */
  | { outcome: "done"; version: number; lastSeq: number; isQueued: boolean; hasChanged: boolean }
  /** Somebody else holds the conversation, and the mover did not say that they take it over. */
  | { outcome: "held"; held: Held; version: number }
  /** The conversation changed since the agent loaded it: somebody else wrote, or answers now. */
  | { outcome: "changed"; held: Held; version: number; lastSeq: number }
  /** The customer's last message is so old that their platform no longer delivers to them. */
  | { outcome: "window_closed"; since: Date }
  /** The message contains nothing that the customer may see. */
  | { outcome: "nothing_to_say" }
  | { outcome: "unknown_conversation" };
