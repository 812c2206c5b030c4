import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import type { LinkRef } from "@meetbot/model/channel-link.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool, PoolClient } from "pg";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { BotLookups } from "../../platform/sealing/bot-lookups.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { enqueue } from "../mailbox/enqueue.ts";
import { eventHash } from "../retention/forget-conversations.ts";
import { arriveStatement, backStatement, failStatement, goneStatement } from "./fact-statements.ts";
import {
  type ConversationPlace,
  type FoundConversation,
  findConversation,
  openConversation,
} from "./find-or-open.ts";
import { handBack, type StateLeft, takeOver } from "./hold-elsewhere.ts";

/** The conversations that a webhook body changed, by kind of change. */
export interface Admitted {
  /** A turn waits. */
  due: ConversationRef[];
  /** Conversations with a message to send. */
  sendable: ConversationRef[];
  /** Conversations that another party answers now. */
  moved: ConversationRef[];
}

/** The link over which a webhook body arrived. */
export interface MetLink extends LinkRef {
  externalId: string;
}

export interface AdmitDeps {
  pool: Pool;
  keys: ConversationKeys;
  lookups: Pick<BotLookups, "of">;
  left: StateLeft;
}

/**
 * Stores all facts in one transaction. Processes customers in the order of their lookup keys, so that two bodies with
 * the same customers never deadlock.
 */
export async function enqueueFactsOf(
  deps: AdmitDeps,
  { botId, channel, externalId }: MetLink,
  facts: ChannelFact[],
): Promise<Admitted> {
  const lookupKey = (await deps.lookups.of(botId))(channel);
  const byCustomer = Map.groupBy(facts, ({ customer }) => customer.key);
  const groups = [...byCustomer.entries()]
    .map(([key, own]) => ({ lookup: lookupKey(key), own }))
    .sort((one, other) => Buffer.compare(one.lookup, other.lookup));
  return inTransaction(deps.pool, async (client) => {
    const admitted: Admitted = { due: [], sendable: [], moved: [] };
    for (const { lookup, own } of groups) {
      const { to } = own[0]!.customer;
      const place = { botId, channel, lookup, address: { externalId, to, spent: {} } };
      const there = await findConversation(client, deps.keys, place);
      const news = there?.isSuccessor === false ? own : await withoutForgotten(client, place, own);
      const found =
        there ?? (news.some(opens) ? await openConversation(client, deps.keys, place) : null);
      if (found) await storeFacts(client, deps, found, news, admitted);
    }
    return admitted;
  });
}

/**
 * Whether a fact opens a conversation. What another app receives and answers does not: the bot has no conversation to
 * be silent in.
 */
function opens(fact: ChannelFact): boolean {
  return fact.kind === "event" || (fact.kind === "taken_over" && !fact.inStandby);
}

const forgottenStatement = {
  name: "channel-forgotten",
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

async function storeFacts(
  client: PoolClient,
  { keys, left }: Pick<AdmitDeps, "keys" | "left">,
  found: FoundConversation,
  facts: ChannelFact[],
  admitted: Admitted,
): Promise<void> {
  const { ref } = found;
  let { isSilent } = found;
  const values = [ref.botId, ref.conversationId];
  const takesBack = async (atMs: number | null) => {
    if (!(await handBack(client, keys, ref, { atMs, left }))) return;
    isSilent = false;
    add(admitted.sendable, ref);
    add(admitted.moved, ref);
  };
  for (const fact of facts) {
    switch (fact.kind) {
      case "event": {
        if (isSilent && fact.isToBot) await takesBack(fact.atMs);
        const { dedupeKey, content } = fact.event;
        const event = isSilent
          ? { dedupeKey, content: { ...content, quiet: true as const } }
          : fact.event;
        if ((await enqueue(client, keys, ref, event)) === "stored") add(admitted.due, ref);
        break;
      }
      case "taken_over": {
        if (!(await takeOver(client, ref, fact.atMs))) break;
        isSilent = true;
        add(admitted.moved, ref);
        break;
      }
      case "handed_back":
        await takesBack(fact.atMs);
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
      case "failed": {
        if (fact.conversationId !== ref.conversationId) break;
        const { class: why, code, subcode, trace } = fact.failure;
        const failed = [...values, fact.seq, why, code, subcode, trace];
        await client.query({ ...failStatement, values: failed });
        break;
      }
      case "gone":
        await client.query({ ...goneStatement, values });
        break;
      case "back":
        await client.query({ ...backStatement, values });
        break;
    }
  }
}

function add(refs: ConversationRef[], ref: ConversationRef): void {
  if (!refs.includes(ref)) refs.push(ref);
}
