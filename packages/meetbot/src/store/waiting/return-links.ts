import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { comparableAccount } from "@meetbot/protocol";
import type { Pool, PoolClient } from "pg";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { openJson, sealJson } from "../../platform/sealing/sealed-json.ts";
import { hashToken, newToken } from "../../secrets/token.ts";
import { enqueue } from "../mailbox/enqueue.ts";

/** How many days the link in a mail works. */
const linkDays = 7;

/** Ours have 22 characters; longer than this is not worth hashing. */
const maxTokenLength = 64;

/** A link to create: the email it is mailed to, and the first message of the conversation that it shows. */
export interface NewReturnLink {
  tokenHash: Buffer;
  email: string;
  shownFrom: number;
}

const livingText = `
  select conversation_id as "conversationId", shown_from as "shownFrom", sealed
  from return_links
  where bot_id = $1 and token_hash = $2 and used_at is null and expires_at > now()`;

const useText = `
  update return_links set used_at = now()
  where bot_id = $1 and conversation_id = $2 and used_at is null`;

/** Only the customer who came back has the conversation: the previous token stops opening it. */
const moveText = `
  update conversations
  set token_hash = $3, shown_from = greatest(shown_from, $4), returned_seq = last_seq
  where bot_id = $1 and conversation_id = $2`;

/** A customer who came by an unproved mailbox may be somebody else: the previous customer gets no further updates. */
const endWaysText = `
  with gone as (delete from customer_devices where bot_id = $1 and conversation_id = $2)
  update news_emails set ended_at = now(), ended_by = 'returned'
  where bot_id = $1 and conversation_id = $2 and ended_at is null`;

const forgetLeftText = "delete from left_emails where bot_id = $1 and conversation_id = $2";

interface LivingRow {
  conversationId: string;
  shownFrom: number;
  sealed: Buffer;
}

/** Stores a link with only the hash of its token. Returns false if the conversation is gone. */
export async function makeReturnLink(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
  { tokenHash, email, shownFrom }: NewReturnLink,
): Promise<boolean> {
  const key = await keys.of(ref);
  if (key === null) return false;
  const sealed = sealJson(key, ref, "email", email);
  const { rowCount } = await pool.query(
    `insert into return_links (bot_id, conversation_id, token_hash, shown_from, sealed, expires_at)
     select bot_id, conversation_id, $3, $4, $5, now() + interval '${linkDays} days'
     from conversations where bot_id = $1 and conversation_id = $2`,
    [ref.botId, ref.conversationId, tokenHash, shownFrom, sealed],
  );
  return rowCount === 1;
}

/** Whether a link still works. It is not used by that. */
export async function isReturnLink(pool: Pool, botId: string, token: string): Promise<boolean> {
  return (await findLiving(pool, botId, token)) !== null;
}

/**
 * Uses a link and all others of its conversation: from now on only the returned token opens the conversation. If a link
 * is used twice at once, one call gets `null`, as for any invalid token.
 */
export function useReturnLink(
  pool: Pool,
  keys: ConversationKeys,
  botId: string,
  token: string,
): Promise<(ConversationRef & { token: string }) | null> {
  return inTransaction(pool, async (client) => {
    const link = await findLiving(client, botId, token);
    if (!link) return null;
    const ref = { botId, conversationId: link.conversationId };
    const key = await keys.of(ref);
    if (key === null) return null;
    // In the order of all others: the conversation first.
    await client.query(
      "select from conversations where bot_id = $1 and conversation_id = $2 for no key update",
      [botId, ref.conversationId],
    );
    if (!(await findLiving(client, botId, token))) return null;
    await client.query(useText, [botId, ref.conversationId]);
    const account = openJson<string>(key, ref, "email", link.sealed);
    const dedupeKey = `returned-${hashToken(token).toString("hex")}`;
    const content = { kind: "returned", account } as const;
    if ((await enqueue(client, keys, ref, { dedupeKey, content })) !== "stored") return null;
    const left = await client.query<{ sealed: Buffer }>(
      "select sealed from left_emails where bot_id = $1 and conversation_id = $2",
      [botId, ref.conversationId],
    );
    const [other] = left.rows.filter(
      ({ sealed }) =>
        comparableAccount(openJson<string>(key, ref, "email", sealed)) !==
        comparableAccount(account),
    );
    // Stop writing to an email that another customer left.
    if (other) await client.query(forgetLeftText, [botId, ref.conversationId]);
    if (link.shownFrom > 0) await client.query(endWaysText, [botId, ref.conversationId]);
    const opens = newToken();
    const { conversationId } = ref;
    await client.query(moveText, [botId, conversationId, hashToken(opens), link.shownFrom]);
    return { ...ref, token: opens };
  });
}

async function findLiving(
  db: Pool | PoolClient,
  botId: string,
  token: string,
): Promise<LivingRow | null> {
  if (token.length > maxTokenLength || !isStorable(botId)) return null;
  const { rows } = await db.query<LivingRow>(livingText, [botId, hashToken(token)]);
  return rows[0] ?? null;
}
