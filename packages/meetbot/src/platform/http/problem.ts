import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** How long a refused caller waits before a retry: the obstacle passes within seconds. */
export const retryAfterS = 2;

/** Returns an error in the format of all routes: a code for programs, a sentence for people. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  message: string,
): Response {
  return c.json({ error: { code, message } }, status);
}

/** Somebody has to free disk space, which takes minutes. */
export const diskRetryAfterS = 30;

export const diskLow =
  "The server's disk is nearly full, and nothing was stored. Please try again later.";

export const unstorableText =
  "A text has a character that cannot be stored: U+0000, or half of one. Leave it out.";

export const databaseReadOnly =
  "The database can only be read: it is a standby, or its operator lets nobody write. Lead the address to the primary.";

export const databaseAway = "The database does not answer. Please try again.";

/** Returns a 503: nothing was stored, and the same request may succeed soon, or on another node. */
export function serviceUnavailable(
  c: Context,
  code: string,
  message: string,
  afterS = retryAfterS,
): Response {
  c.header("Retry-After", String(afterS));
  return problem(c, 503, code, message);
}

/** Responds that the caller exceeded a limit and after how many seconds to retry the same request. */
export function slowDown(
  c: Context,
  code: string,
  retryAfterS: number,
  message: string,
  beside: object = {},
): Response {
  c.header("Retry-After", String(retryAfterS));
  return c.json({ error: { code, message }, ...beside }, 429);
}
