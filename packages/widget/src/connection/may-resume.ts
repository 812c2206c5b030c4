import type { Session } from "./keep.ts";

/**
 * The shop's word counts for 2 hours from the opening of a conversation. Shortly before its end a
 * signed-in shopper's page begins a new one, rather than go on with one that hides their orders.
 */
const signedForMs = 110 * 60 * 1000;

/**
 * Checks whether a page may resume a conversation that it or another tab began: the owner must be the same, and a
 * signed identity must still be valid.
 */
export function mayResume(session: Session, owner: string, now: number): boolean {
  if (session.owner !== owner) return false;
  return owner === "" || now - session.begunAt < signedForMs;
}
