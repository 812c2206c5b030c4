import type { LinkRef } from "@meetbot/model/channel-link.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { LogCursor, LogPage, PageRequest } from "@meetbot/model/log/log-page.ts";
import type { DeadLetter, MessageFailure, RetryState } from "@meetbot/model/outbound-message.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { recordChange } from "../bots/audit.ts";
import { type BotStoreDeps, type LockedBot, withLockedBot } from "../bots/locked-bot.ts";
import { microseconds, toPage } from "../logs/log-place.ts";
import { type LinkWindow, windowStart } from "./link-window.ts";

/** Identifies a message that was given up. */
export interface LetterRef {
  conversationId: string;
  seq: number;
}

export interface RetriedLetters {
  conversations: ConversationRef[];
  messages: number;
  /** How many messages that may be retried are left. */
  left: number;
}

/** The retry state of `letter`, in a query that also joins its message, conversation and link. */
const retryStateOn = (on: LinkWindow) => sql<RetryState>`case
  when message.redacted_at is not null then 'overwritten'
  when link.bot_id is null then 'no_page'
  when link.stopped_for is not null then 'page_stopped'
  when conversation.active_at <= ${windowStart(on)}
    or letter.class = 'window' and conversation.active_at <= letter.failed_at then 'window_closed'
  when letter.class = 'gone' and conversation.active_at <= letter.failed_at then 'customer_gone'
  else 'ready'
end`;

/** Selects the dead letters of one bot on one channel. */
const lettersOf = ({ botId, channel }: LinkRef) => sql`
  outbound_failures as letter
  join messages as message using (bot_id, conversation_id, seq)
  join conversations as conversation using (bot_id, conversation_id)
  left join channel_links as link on link.bot_id = letter.bot_id and link.channel = ${channel}
  where letter.bot_id = ${botId} and conversation.channel = ${channel}`;

/** Accesses the outbound messages in the database that were given up. */
export function createDeadLetters(deps: BotStoreDeps) {
  return {
    /** Returns the same store, recording changes under this actor's name. */
    as: (actor: string): DeadLetters => createDeadLetters({ ...deps, actor }),
    list: (on: LinkWindow, page: PageRequest) => list(deps.db, on, page),
    /** Requeues a message at the end of its conversation; otherwise returns why it cannot. */
    async retry(
      on: LinkWindow,
      { seq, conversationId }: LetterRef,
    ): Promise<"queued" | Exclude<RetryState, "ready"> | "not_found"> {
      const ref = { botId: on.botId, conversationId };
      const outcome = await withLockedBot(deps, ref.botId, async (bot) => {
        const found = await sql<{ retry: RetryState }>`
          select ${retryStateOn(on)} as retry from ${lettersOf(on)}
            and conversation_id = ${conversationId} and seq = ${seq}`.execute(bot.db);
        const retry = found.rows[0]?.retry ?? "not_found";
        if (retry !== "ready") return retry;
        await putAgain(bot, ref, [seq]);
        await recordChange(bot, "messages_retried", { channel: on.channel, messages: 1 });
        return "queued" as const;
      });
      return outcome ?? "not_found";
    },
    /**
     * Queues all messages that may be retried, those of a conversation in their order, for at most `max` conversations.
     * Returns the conversations that now have messages to send, and the number of those messages.
     */
    async retryAll(on: LinkWindow, max: number): Promise<RetriedLetters> {
      const retried = await withLockedBot(deps, on.botId, (bot) => retryAll(bot, on, max));
      return retried ?? { conversations: [], messages: 0, left: 0 };
    },
  };
}

/** A link's outbound messages that were given up. */
export interface DeadLetters extends ReturnType<typeof createDeadLetters> {}

interface LetterRow extends Omit<DeadLetter, "failure">, LogCursor, Omit<MessageFailure, "class"> {
  class: MessageFailure["class"] | null;
}

async function list(
  db: Kysely<Tables>,
  on: LinkWindow,
  page: PageRequest,
): Promise<LogPage<DeadLetter>> {
  if (!isStorable(on.botId)) return { rows: [], next: null };
  const { rows } = await sql<LetterRow>`
    select conversation_id as "conversationId", seq, letter.failed_at as "failedAt",
      letter.class, code, subcode, trace, ${retryStateOn(on)} as retry,
      ${microseconds("letter.failed_at")} as "atUs", conversation_id || '/' || seq as id
    from ${lettersOf(on)} and ${isBelow(page.below)}
    order by letter.failed_at desc, conversation_id desc, seq desc
    limit ${page.limit + 1}`.execute(db);
  return toPage(rows, page, ({ atUs, id, class: why, code, subcode, trace, ...letter }) => ({
    ...letter,
    failure: why && { class: why, code, subcode, trace },
  }));
}

/** Messages of one conversation often fail together, so the sequence number distinguishes them. */
function isBelow(place: LogCursor | null) {
  const [, conversationId, seq] = /^([^/]+)\/(\d{1,9})$/.exec(place?.id ?? "") ?? [];
  if (!place || conversationId === undefined) return sql<boolean>`true`;
  return sql<boolean>`(letter.failed_at, conversation_id, seq) <
    (timestamptz 'epoch' + ${place.atUs}::bigint * interval '1 microsecond',
      ${conversationId}, ${Number(seq)})`;
}

async function retryAll(bot: LockedBot, on: LinkWindow, max: number) {
  const { rows } = await sql<{ conversationId: string; seqs: number[] }>`
    select conversation_id as "conversationId", array_agg(seq order by seq) as seqs
    from ${lettersOf(on)} and ${retryStateOn(on)} = 'ready'
    group by conversation_id order by min(letter.failed_at)`.execute(bot.db);
  const [now, later] = [rows.slice(0, max), rows.slice(max)];
  const conversations: ConversationRef[] = [];
  for (const { conversationId, seqs } of now) {
    const ref = { botId: bot.botId, conversationId };
    if (await putAgain(bot, ref, seqs)) conversations.push(ref);
  }
  const count = (some: typeof rows) => some.reduce((sum, { seqs }) => sum + seqs.length, 0);
  const messages = count(now);
  if (messages > 0) await recordChange(bot, "messages_retried", { channel: on.channel, messages });
  return { conversations, messages, left: count(later) };
}

/**
 * Requeues messages behind all other messages of their conversation: they overtake nothing, and messages sent since
 * stay before them. They get new numbers, so that a late echo of the earlier attempt does not match them. Locks the
 * conversation's row first, as turns and events do.
 */
async function putAgain(
  { db }: LockedBot,
  { botId, conversationId }: ConversationRef,
  seqs: number[],
): Promise<boolean> {
  const at = sql`bot_id = ${botId} and conversation_id = ${conversationId}`;
  const locked = await sql<{ lastSeq: number }>`
    select last_seq as "lastSeq" from conversations where ${at} for no key update`.execute(db);
  const lastSeq = locked.rows[0]?.lastSeq;
  if (lastSeq === undefined) return false;
  await sql`delete from outbound_failures where ${at} and seq = any(${seqs})`.execute(db);
  await sql`
    insert into messages (bot_id, conversation_id, seq, direction, body, status)
    select bot_id, conversation_id, ${lastSeq}::integer + row_number() over (order by seq), 'out', body, 'queued'
    from messages where ${at} and seq = any(${seqs})`.execute(db);
  const newest = lastSeq + seqs.length;
  await sql`update conversations set last_seq = ${newest} where ${at}`.execute(db);
  await sql`
    update outboxes
    set queued_seq = ${newest}, send_at = coalesce(send_at, greatest(now(), silent_until))
    where ${at}`.execute(db);
  return true;
}
