import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { Held } from "@meetbot/model/desk/holder.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import type { BotLookups } from "../../platform/sealing/bot-lookups.ts";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";
import { openState } from "../../platform/sealing/sealed-state.ts";
import { type HolderColumns, holderColumns, toHeld } from "../mailbox/held.ts";

/** The dependencies of viewing conversations. */
export interface ReadDeskDeps {
  pool: Pool;
  keys: ConversationKeys;
  /** Names accounts. */
  lookups: Pick<BotLookups, "of">;
}

/** A snapshot of a conversation, read without a lock. */
export interface DeskView {
  held: Held;
  state: ConversationState | null;
  lastSeq: number;
  /** The customer's last event; `null` when its content is gone. */
  last: { seq: number; content: EventContent } | null;
  /** How many of their messages the bot could do nothing with. */
  notUnderstood: number;
}

/** Another conversation in which an account was named, and what the customer proved there. */
export interface EarlierConversation {
  id: string;
  channel: string;
  startedAt: Date;
  activeAt: Date;
  proofs: Proof[];
}

const viewStatement = {
  name: "desk-view",
  ...inTime,
  text: `
    select state, it.last_seq as "lastSeq", ${holderColumns}, it.key_id as "keyId",
      it.sealed_key as "sealedKey", own.seq, own.body,
      (select count(*)::integer from unanswered
        where bot_id = $1 and conversation_id = $2) as "notUnderstood"
    from conversations as it left join lateral (
      select seq, body from messages
      where bot_id = $1 and conversation_id = $2 and direction = 'in' and redacted_at is null
      order by seq desc limit 1
    ) as own on true
    where it.bot_id = $1 and it.conversation_id = $2`,
};

interface ViewRow extends HolderColumns, KeyColumns {
  state: Buffer | null;
  lastSeq: number;
  seq: number | null;
  body: Buffer | null;
  notUnderstood: number;
}

/** The number of an account's conversations that are read, those with the most recent customer activity first. */
const maxEarlier = 20;

const earlierStatement = {
  name: "desk-earlier",
  ...inTime,
  text: `
    select conversation_id as id, channel, created_at as "startedAt", active_at as "activeAt", state,
      key_id as "keyId", sealed_key as "sealedKey"
    from conversations join conversation_accounts using (bot_id, conversation_id)
    where bot_id = $1 and lookup = $3 and conversation_id <> $2
    order by active_at desc, conversation_id desc limit ${maxEarlier}`,
};

interface EarlierRow extends Omit<EarlierConversation, "proofs">, KeyColumns {
  state: Buffer | null;
}

/** Returns one conversation with its state; `null` when it does not exist. */
export async function viewConversation(
  { pool, keys }: ReadDeskDeps,
  ref: ConversationRef,
): Promise<DeskView | null> {
  const values = [ref.botId, ref.conversationId];
  const { rows } = await pool.query<ViewRow>({ ...viewStatement, values });
  const [row] = rows;
  if (!row) return null;
  const key = keys.from(ref, row);
  const { lastSeq, notUnderstood, seq, body } = row;
  return {
    held: toHeld(row),
    state: row.state && openState(key, ref, row.state),
    last: seq !== null && body ? { seq, content: openJson(key, ref, "in", body) } : null,
    ...{ lastSeq, notUnderstood },
  };
}

/**
 * Returns the other conversations in which any customer named an account: only a conversation's proofs show whether the
 * account is that customer's.
 */
export async function otherConversationsNaming(
  { pool, keys, lookups }: ReadDeskDeps,
  ref: ConversationRef,
  account: string,
): Promise<EarlierConversation[]> {
  const lookupKey = (await lookups.of(ref.botId))("account");
  const values = [ref.botId, ref.conversationId, accountLookup(lookupKey, account)];
  const { rows } = await pool.query<EarlierRow>({ ...earlierStatement, values });
  return rows.map(({ id, channel, startedAt, activeAt, ...row }) => {
    const own = { botId: ref.botId, conversationId: id };
    const state = row.state && openState(keys.from(own, row), own, row.state);
    return { id, channel, startedAt, activeAt, proofs: state?.proofs ?? [] };
  });
}
