import type { Pool } from "pg";
import type { LookupKey } from "../secrets/lookup-key.ts";
import { accountLookup } from "./account-lookup.ts";

const forgetStatement = `
  delete from conversations where (bot_id, conversation_id) in (
    select bot_id, conversation_id from conversation_accounts where lookup = $1
  )`;

/** What a shop has confirmed, and nobody typed yet: nothing was named in that conversation. */
const forgetOffers = "delete from link_offers where account_lookup = $1";

const forgetEvidence = "delete from conformance_evidence where account_lookup = $1";

/**
 * Deletes every conversation in which an account was named, of all bots, with its messages,
 * deliveries and key, and what was asked about it to test a webhook. Returns how many conversations
 * there were.
 */
export async function forgetCustomer(
  pool: Pool,
  lookupKey: LookupKey,
  account: string,
): Promise<number> {
  const lookup = accountLookup(lookupKey, account);
  await pool.query(forgetEvidence, [lookup]);
  await pool.query(forgetOffers, [lookup]);
  const { rowCount } = await pool.query(forgetStatement, [lookup]);
  return rowCount ?? 0;
}
