import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import type { BotLookups } from "../../platform/sealing/bot-lookups.ts";
import { forgetConversations } from "./forget-conversations.ts";

/**
 * Deletes every conversation of any bot in which an account was named, with its messages, deliveries and key, and the
 * queries about the account from webhook tests. Returns the number of conversations.
 */
export async function forgetCustomer(
  db: Kysely<Tables>,
  lookups: Pick<BotLookups, "all">,
  account: string,
): Promise<number> {
  const named = (await lookups.all()).map((keyFor) => accountLookup(keyFor("account"), account));
  return db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom("conformanceEvidence")
      .where("accountLookup", "in", named)
      .execute();
    // Confirmations by the shop whose digits nobody has typed yet: the account was not named in that conversation.
    await sql`delete from link_offers where account_lookup = any(${named})`.execute(transaction);
    // Rated accounts record that the customer was asked for a rating.
    await sql`delete from rated_accounts where lookup = any(${named})`.execute(transaction);
    return forgetConversations(
      transaction,
      sql`(bot_id, conversation_id) in (
        select bot_id, conversation_id from conversation_accounts where lookup = any(${named})
        union select bot_id, conversation_id from left_emails where lookup = any(${named})
        union select bot_id, conversation_id from news_emails where lookup = any(${named})
      )`,
    );
  });
}
