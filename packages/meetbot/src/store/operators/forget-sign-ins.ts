import type { Pool } from "pg";
import { maxSessionS } from "./sessions.ts";

/** A node of the previous version may still store the IP address of a sign-in; an HMAC has another format. */
const forgetAddresses = `update operator_sessions set ip_address = null
  where ip_address like '%.%' or ip_address like '%:0000:0000:0000:0000'`;

/**
 * Deletes expired sign-in data: sessions, the browser's ceremonies, links, and counts. The longest window of a count is
 * a quarter of an hour.
 */
const texts = [
  forgetAddresses,
  `delete from operator_sessions
  where expires_at <= now() or ends_at <= now()
    or created_at <= now() - ${maxSessionS} * interval '1 second'`,
  "delete from operator_verifications where expires_at <= now()",
  "delete from sign_in_marks where expires_at <= now()",
  "delete from one_time_links where expires_at <= now()",
  "delete from sign_in_failures where at <= now() - interval '1 hour'",
  "delete from sign_in_rates where last_request < extract(epoch from now() - interval '1 hour') * 1000",
];

export async function forgetSignIns(pool: Pool): Promise<void> {
  for (const text of texts) await pool.query(text);
}
