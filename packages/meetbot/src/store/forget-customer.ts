import type { Pool } from "pg";
import type { LookupKey } from "../secrets/lookup-key.ts";
import { accountLookup } from "./account-lookup.ts";

const forgetStatement = `
  delete from conversations where (bot_id, conversation_id) in (
    select bot_id, conversation_id from conversation_accounts where lookup = $1
  )`;

/**
 * Deletes every conversation in which an account was named, of all bots, with its messages,
 * deliveries and key. Returns how many there were.
 */
export async function forgetCustomer(
  pool: Pool,
  lookupKey: LookupKey,
  account: string,
): Promise<number> {
  const { rowCount } = await pool.query(forgetStatement, [accountLookup(lookupKey, account)]);
  return rowCount ?? 0;
}
