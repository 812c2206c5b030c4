import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { hashToken, newToken } from "../../secrets/token.ts";
import { checkLink } from "./check-link.ts";
import { confirmLink, type LinkRequest } from "./confirm-link.ts";
import { type EndReply, endReplies } from "./end-replies.ts";
import type { LinkDeps } from "./link-deps.ts";
import { type Ending, unlinkAccount } from "./unlink-account.ts";

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
export function createAccountLinks(deps: LinkDeps) {
  const pool: Pool = deps.pool;
  return {
    /** A nonce for a conversation, for 5 minutes; the one before counts no longer. */
    async offer(ref: ConversationRef): Promise<string> {
      const nonce = newToken();
      const values = [ref.botId, ref.conversationId, hashToken(nonce)];
      await pool.query({ ...offerStatement, values });
      return nonce;
    },
    confirm: (botId: string, request: LinkRequest) => confirmLink(deps, botId, request),
    /**
     * Checks the code that the customer typed, and links the account. A correct code stays valid until it expires, so a
     * retried turn gets the same result.
     */
    check: (ref: ConversationRef, typed: string, endReply: EndReply) =>
      checkLink(deps, ref, typed, endReply),
    /** Ends a conversation's own link and clears what it showed; for a turn, which stores the state itself. */
    end: (ref: ConversationRef, endReply: EndReply): Promise<void> =>
      inTransaction(pool, async (client) => {
        const values = [ref.botId, ref.conversationId];
        await client.query(forgetOffer, values);
        await client.query(forgetLink, values);
        await endReplies(client, deps.keys, ref, endReply);
      }),
    /** Ends all links of an account (`null` for the whole bot) at once; returns how many conversations were linked. */
    unlink: (botId: string, account: string | null, ending: Ending) =>
      unlinkAccount(deps, botId, account, ending),
  };
}

/** Conversations that are linked with accounts of the shop. */
export type AccountLinks = ReturnType<typeof createAccountLinks>;
