import type { Pool, PoolClient } from "pg";
import type { ChannelCustomer, ChannelFact } from "../../model/channel-fact.ts";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import { admit } from "../mailbox/admit.ts";
import { silentHours } from "../outbox/outbox-steps.ts";
import { inTransaction } from "../postgres/in-transaction.ts";
import { inTime } from "../postgres/statement-time.ts";
import { eventHash } from "../retention/forget-conversations.ts";
import type { ConversationKeys } from "../sealing/conversation-keys.ts";
import type { Admitted } from "./channel-store.ts";
import {
  type ConversationPlace,
  type FoundConversation,
  findConversation,
  openConversation,
} from "./find-or-open.ts";

/** Of the fact, by Meta's clock, in Unix milliseconds; null: unknown. */
const moment = "to_timestamp($3::double precision / 1000)";

const takeOverStatement = {
  name: "messenger-take-over",
  ...inTime,
  text: `
    update messenger_conversations
    set silent_until = now() + interval '${silentHours} hours',
      send_at = case when send_at is not null then now() + interval '${silentHours} hours' end
    where bot_id = $1 and conversation_id = $2
      and (handed_back_at is null or coalesce(${moment}, now()) > handed_back_at)`,
};

/** What waited goes on, but for a part that may have arrived: its echo has its time. */
const handBackStatement = {
  name: "messenger-hand-back",
  ...inTime,
  text: `
    update messenger_conversations
    set silent_until = null, handed_back_at = coalesce(${moment}, now()),
      send_at = case when send_at is not null
        then coalesce(attempted_at + interval '60 seconds', now()) end
    where bot_id = $1 and conversation_id = $2 and silent_until is not null`,
};

/**
 * Messages are sent one after the other, so what stands before the one that an echo is of has come with
 * it or before it. If its call is still under way, whoever made it goes on; if that one died, the next
 * attempt comes when no call can be alive any more.
 *
 * Both rows are locked before they are looked at, in the order of `outbox-proceed`: the outcome of a
 * call that is recorded at the same moment is seen whole, or not at all.
 */
const arriveStatement = {
  name: "messenger-arrive",
  ...inTime,
  text: `
    with head as materialized (
      select settled_seq as before from messenger_conversations
      where bot_id = $1 and conversation_id = $2 and settled_seq < $3 and queued_seq >= $3
      for no key update
    ), message as materialized (
      select status from head, messages
      where bot_id = $1 and conversation_id = $2 and seq = $3 and direction = 'out'
      for share of messages
    ), earlier as (
      update messages set status = 'sent' from head, message
      where bot_id = $1 and conversation_id = $2 and direction = 'out' and seq > before and seq < $3
      returning seq
    )
    update messenger_conversations as own
    set settled_seq = coalesce(passed.seq, settled_seq), sent_parts = $4 + 1, tries = 0,
      attempted_at = null,
      send_at = greatest(silent_until, case when message.status = 'unknown' then now()
        else least(send_at, attempted_at + interval '25 seconds') end)
    from message, (select max(seq) as seq from earlier) as passed
    where own.bot_id = $1 and own.conversation_id = $2 and settled_seq < $3 and queued_seq >= $3
      and (sent_parts <= $4 or passed.seq is not null)
    returning own.conversation_id`,
};

export interface AdmitParts {
  pool: Pool;
  keys: ConversationKeys;
  lookupKey: LookupKey;
}

/**
 * Stores all facts in one transaction. Customers are taken in the order of their look-up keys: two
 * bodies that name the same ones never wait for each other in a circle.
 */
export function admitFacts(
  parts: AdmitParts,
  botId: string,
  page: string,
  facts: ChannelFact[],
): Promise<Admitted> {
  const byCustomer = Map.groupBy(facts, ({ customer }) => lookupText(customer));
  const groups = [...byCustomer.entries()]
    .map(([text, own]) => ({ lookup: parts.lookupKey(text), own }))
    .sort((one, other) => Buffer.compare(one.lookup, other.lookup));
  return inTransaction(parts.pool, async (client) => {
    const admitted: Admitted = { due: [], sendable: [] };
    for (const { lookup, own } of groups) {
      const customer = own[0]!.customer;
      const place = { botId, lookup, address: { ...customer, page, receipts: {} } };
      const there = await findConversation(client, parts.keys, place);
      const news = there?.isSuccessor === false ? own : await withoutForgotten(client, place, own);
      const found =
        there ?? (news.some(opens) ? await openConversation(client, parts.keys, place) : null);
      if (found) await storeFacts(client, parts.keys, found, news, admitted);
    }
    return admitted;
  });
}

/** What another app hears and answers is none of ours: there is nobody to be silent to. */
function opens(fact: ChannelFact): boolean {
  return fact.kind === "event" || (fact.kind === "taken_over" && !fact.inStandby);
}

const forgottenStatement = {
  name: "messenger-forgotten",
  ...inTime,
  text: `
    select dedupe_key as "dedupeKey" from unnest($3::text[]) as dedupe_key
    where exists (
      select from forgotten_events
      where bot_id = $1 and event = ${eventHash("$2", "dedupe_key")} and expires_at > now()
    )`,
};

/** Leaves out events of a conversation that was deleted on request: they were answered there. */
async function withoutForgotten(
  client: PoolClient,
  { botId, lookup }: ConversationPlace,
  facts: ChannelFact[],
): Promise<ChannelFact[]> {
  const keys = facts.flatMap((fact) => (fact.kind === "event" ? [fact.event.dedupeKey] : []));
  if (keys.length === 0) return facts;
  const { rows } = await client.query<{ dedupeKey: string }>({
    ...forgottenStatement,
    values: [botId, lookup, keys],
  });
  const forgotten = new Set(rows.map(({ dedupeKey }) => dedupeKey));
  return facts.filter((fact) => fact.kind !== "event" || !forgotten.has(fact.event.dedupeKey));
}

/** By this, a customer's conversation is found again. */
export function lookupText({ user, isUserRef }: ChannelCustomer): string {
  return isUserRef ? `user_ref ${user}` : user;
}

async function storeFacts(
  client: PoolClient,
  keys: ConversationKeys,
  found: FoundConversation,
  facts: ChannelFact[],
  admitted: Admitted,
): Promise<void> {
  const { ref } = found;
  let { isSilent } = found;
  const values = [ref.botId, ref.conversationId];
  const handBack = async (atMs: number | null) => {
    await client.query({ ...handBackStatement, values: [...values, atMs] });
    isSilent = false;
    add(admitted.sendable, ref);
  };
  for (const fact of facts) {
    switch (fact.kind) {
      case "event": {
        if (isSilent && fact.isToBot) await handBack(fact.atMs);
        const { dedupeKey, content } = fact.event;
        const event = isSilent
          ? { dedupeKey, content: { ...content, quiet: true as const } }
          : fact.event;
        if ((await admit(client, keys, ref, event)) === "stored") add(admitted.due, ref);
        break;
      }
      case "taken_over": {
        const taken = { ...takeOverStatement, values: [...values, fact.atMs] };
        isSilent ||= (await client.query(taken)).rowCount === 1;
        break;
      }
      case "handed_back":
        if (isSilent) await handBack(fact.atMs);
        break;
      case "arrived": {
        if (fact.conversationId !== ref.conversationId) break;
        const { rowCount } = await client.query({
          ...arriveStatement,
          values: [...values, fact.seq, fact.part],
        });
        if (rowCount === 1) add(admitted.sendable, ref);
        break;
      }
    }
  }
}

function add(refs: ConversationRef[], ref: ConversationRef): void {
  if (!refs.includes(ref)) refs.push(ref);
}
