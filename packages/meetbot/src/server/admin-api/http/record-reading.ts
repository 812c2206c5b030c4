import type { Personal } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import type { Context } from "hono";
import type { AdminEnv } from "./admin-env.ts";

/** Waits until the audit log has recorded access to personal data; nothing may be shown before that. */
export async function recordReading<Noted>(
  c: Context<AdminEnv>,
  noting: Promise<Noted>,
): Promise<Noted> {
  const noted = await noting;
  c.set("isNoted", noted !== false);
  return noted;
}

/**
 * Withholds an answer that shows personal data without an audit entry, which would be a bug of ours. Throws, so that
 * nothing is shown.
 */
export function refuseUnnoted(c: Context<AdminEnv>, personal: Personal): void {
  const showsNothing = personal !== "revealed" || c.req.method === "HEAD";
  if (showsNothing || c.get("isNoted")) return;
  throw new Error(`${c.req.method} ${c.req.routePath} shows personal data and noted no reading`);
}
