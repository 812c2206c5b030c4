import type { IncomingMessage } from "node:http";

/** Browsers share one cookie jar across all ports of a machine, so the name identifies the shop. */
const name = "lantern_street_session";

/** No script reads it, and a form on another site does not bring it along. */
const attributes = "HttpOnly; SameSite=Lax; Path=/";

const inHeader = new RegExp(`(?:^|; ?)${name}=([\\w-]+)`);

/** The `Set-Cookie` of a session. The browser forgets it when it closes, the shop after 2 hours. */
export function toSessionCookie(id: string): string {
  return `${name}=${id}; ${attributes}`;
}

/** The `Set-Cookie` that takes it back. */
export const endedSessionCookie = `${name}=; Max-Age=0; ${attributes}`;

/** The session's id that a request carries; empty for a guest. */
export function readSessionId({ headers }: IncomingMessage): string {
  return inHeader.exec(headers.cookie ?? "")?.[1] ?? "";
}
