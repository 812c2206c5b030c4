import type { Desk } from "../data/inbox-data.ts";
import type { DeskMove } from "./lines-of.ts";

/** Since when whoever has a conversation has it: by the move that took it, not by what they wrote since. */
export function heldSince({ held_by, held_since, moves }: Held): string | null {
  const taken = moves.findLast(({ kind, by }) => kind === "taken" && isSame(by, held_by));
  return taken?.at ?? held_since;
}

/** Who took the conversation from whoever looks, and when; `null`: nobody did, or it went on since. */
export function overtaken(desk: Held, own: string | null): DeskMove | null {
  const [before, last] = desk.moves.slice(-2);
  const isTheirs = last?.kind === "taken" && isSame(last.by, desk.held_by);
  const wasOwn = before?.kind === "taken" && before.by !== null && before.by.operator_id === own;
  return last && isTheirs && wasOwn && last.by?.operator_id !== own ? last : null;
}

/** What brought a conversation to where the bot answers; `null`: it was closed, or that is not known any more. */
export function lastOf({ status, owed_since, moves }: Stands): "reopened" | DeskMove | null {
  const last = moves.at(-1);
  if (status === "closed") return last?.kind === "returned" ? last : null;
  if (!owed_since || !last) return null;
  // That nobody came is the only other way in which an answer is owed.
  return last.kind === "returned" && last.reason === "nobody" ? last : "reopened";
}

type Held = Pick<Desk, "held_by" | "held_since" | "moves">;
type Stands = Pick<Desk, "status" | "owed_since" | "moves">;

const isSame = (one: DeskMove["by"], other: Desk["held_by"]) =>
  one !== null && one.operator_id === other?.operator_id;
