import type { Pool } from "pg";
import { hashToken, newToken } from "../../secrets/token.ts";
import { inTransaction } from "../postgres/in-transaction.ts";
import { inTime } from "../postgres/statement-time.ts";
import type { AccountLinks } from "./account-links.ts";
import { checkLink } from "./check-link.ts";
import { confirmLink } from "./confirm-link.ts";
import { endReplies } from "./end-replies.ts";
import type { LinkParts } from "./link-parts.ts";
import { unlinkAccount } from "./unlink-account.ts";

/** Long enough to sign in at a shop, short enough that a link found later is worth nothing. */
const offerMinutes = 5;

const offerStatement = {
  name: "link-offer",
  ...inTime,
  text: `
    insert into link_offers (bot_id, conversation_id, nonce_hash, expires_at)
    values ($1, $2, $3, now() + interval '${offerMinutes} minutes')
    on conflict (bot_id, conversation_id) do update
    set nonce_hash = excluded.nonce_hash, expires_at = excluded.expires_at,
      account_lookup = null, sealed = null, code_hash = null, tries_left = null`,
};

const forgetOffer = "delete from link_offers where bot_id = $1 and conversation_id = $2";
const forgetLink = "delete from account_links where bot_id = $1 and conversation_id = $2";

/** The links in the database; all times are the database's. */
export function createAccountLinks(parts: LinkParts): AccountLinks {
  const pool: Pool = parts.pool;
  return {
    async offer(ref) {
      const nonce = newToken();
      const values = [ref.botId, ref.conversationId, hashToken(nonce)];
      await pool.query({ ...offerStatement, values });
      return nonce;
    },
    confirm: (botId, wish) => confirmLink(parts, botId, wish),
    check: (ref, typed, endReply) => checkLink(parts, ref, typed, endReply),
    end: (ref, endReply) =>
      inTransaction(pool, async (client) => {
        const values = [ref.botId, ref.conversationId];
        await client.query(forgetOffer, values);
        await client.query(forgetLink, values);
        await endReplies(client, parts.keys, ref, endReply);
      }),
    unlink: (botId, account, ending) => unlinkAccount(parts, botId, account, ending),
  };
}
