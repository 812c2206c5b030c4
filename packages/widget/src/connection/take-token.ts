import type { Keep, Session } from "./keep.ts";

/**
 * Gives a session its token: the one that another tab has saved, unless that is the expired one, else the one just
 * opened. The first tab to get one saves it for all.
 */
export function takeToken(
  session: Session,
  keep: Keep,
  expired: string | null,
  opened?: string,
): void {
  const kept = keep.session();
  if (kept?.id === session.id && kept.token && kept.token !== expired) {
    Object.assign(session, kept);
  } else if (opened) {
    session.token = opened;
    keep.saveSession(session);
  }
}
