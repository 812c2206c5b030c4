import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { SubscriptionEnd } from "@meetbot/model/push/subscription.ts";
import type { PoolClient } from "pg";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import type { KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { openState, sealState } from "../../platform/sealing/sealed-state.ts";
import { type EndReply, endReplies } from "./end-replies.ts";
import { type LinkDeps, lockAccount } from "./link-deps.ts";

const forgetOffers = `
  delete from link_offers
  where bot_id = $1 and account_lookup is not null and ($2::bytea is null or account_lookup = $2)`;

const findText = `
  select conversation_id as "conversationId" from account_links
  where bot_id = $1 and ($2::bytea is null or account_lookup = $2) order by conversation_id`;

const lockText = `
  select state, key_id as "keyId", sealed_key as "sealedKey" from conversations
  where bot_id = $1 and conversation_id = $2 for no key update`;

const forgetLink = `
  delete from account_links
  where bot_id = $1 and conversation_id = $2 and ($3::bytea is null or account_lookup = $3)`;

/** A running turn that still uses the account loses its lease, cannot be committed and is retried. */
const changeText = `
  update conversations set state = $3, lease_until = null
  where bot_id = $1 and conversation_id = $2`;

/** A customer who is no longer identified here gets no customer updates by any channel, not even those that wait. */
const endNews = `
  with ending as (
    update subscriptions set ended_at = now(), ended_by = '${"gone" satisfies SubscriptionEnd}'
    where bot_id = $1 and conversation_id = $2 and ended_at is null
    returning bot_id, subscription_id, conversation_id
  ), unmailed as (
    delete from news_emails where bot_id = $1 and conversation_id = $2
  )
  update notifications as waiting
  set state = 'skipped', because = 'unsubscribed', due_at = null, fence = fence + 1, at = now()
  from ending
  where waiting.bot_id = ending.bot_id and waiting.conversation_id = ending.conversation_id
    and waiting.subscription_id = ending.subscription_id
    and (waiting.state in ('accepted', 'held') or waiting.state = 'queued' and due_at is not null)`;

/** How to change replies and states that contain the account. */
export interface Ending {
  endReply: EndReply;
  signOut(state: ConversationState): ConversationState;
}

/** Ends all links of an account, or of a bot. Each conversation changes as a whole: its state and its messages. */
export async function unlinkAccount(
  deps: LinkDeps,
  botId: string,
  account: string | null,
  ending: Ending,
): Promise<number> {
  const lookupKey = (await deps.lookups.of(botId))("account");
  const lookup = account === null ? null : accountLookup(lookupKey, account);
  const linked = await inTransaction(deps.pool, async (client) => {
    if (lookup) await client.query(lockAccount, [lookup]);
    await client.query(forgetOffers, [botId, lookup]);
    const { rows } = await client.query<{ conversationId: string }>(findText, [botId, lookup]);
    return rows;
  });
  let unlinked = 0;
  for (const { conversationId } of linked) {
    const ref = { botId, conversationId };
    const isUnlinked = await inTransaction(deps.pool, (client) =>
      unlinkOne(client, deps, ref, lookup, ending),
    );
    if (isUnlinked) unlinked += 1;
  }
  return unlinked;
}

async function unlinkOne(
  client: PoolClient,
  { keys }: LinkDeps,
  ref: ConversationRef,
  lookup: Buffer | null,
  { endReply, signOut }: Ending,
): Promise<boolean> {
  const place = [ref.botId, ref.conversationId];
  const { rows } = await client.query<KeyColumns & { state: Buffer | null }>(lockText, place);
  const { rowCount } = await client.query(forgetLink, [...place, lookup]);
  if (!rows[0] || rowCount === 0) return false;
  const { state: sealed, ...columns } = rows[0];
  const key = keys.from(ref, columns);
  const state = sealed && openState(key, ref, sealed);
  const changed = state && sealState(key, ref, signOut(state));
  await client.query(changeText, [...place, changed]);
  await client.query(endNews, place);
  await endReplies(client, keys, ref, endReply);
  return true;
}
