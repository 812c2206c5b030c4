import type { InboxDesk } from "../data/inbox-data.ts";
import type { DeskMove } from "./lines-of.ts";

/** Returns since when the holder has the conversation: the time of the move that took it, not of later messages. */
export function heldSince({ held_by, held_since, moves }: Held): string | null {
  const taken = moves.findLast(({ kind, by }) => kind === "taken" && isSame(by, held_by));
  return taken?.at ?? held_since;
}

/** Returns who took the conversation from the viewer, and when; `null` if nobody did, or if it has moved on since. */
export function overtaken(desk: Held, own: string | null): DeskMove | null {
  const [before, last] = desk.moves.slice(-2);
  const isTheirs = last?.kind === "taken" && isSame(last.by, desk.held_by);
  const wasOwn = before?.kind === "taken" && before.by !== null && before.by.operator_id === own;
  return last && isTheirs && wasOwn && last.by?.operator_id !== own ? last : null;
}

/** Returns why the bot answers in a conversation; `null` if it was closed, or if the reason is no longer known. */
export function lastOf({ status, owed_since, moves }: Stands): "reopened" | DeskMove | null {
  const last = moves.at(-1);
  if (status === "closed") return last?.kind === "returned" ? last : null;
  if (!owed_since || !last) return null;
  // The only other reason for an owed answer is that no agent came.
  return last.kind === "returned" && last.reason === "nobody" ? last : "reopened";
}

type Held = Pick<InboxDesk, "held_by" | "held_since" | "moves">;
type Stands = Pick<InboxDesk, "status" | "owed_since" | "moves">;

const isSame = (one: DeskMove["by"], other: InboxDesk["held_by"]) =>
  one !== null && one.operator_id === other?.operator_id;
