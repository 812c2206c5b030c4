import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Feedback } from "@meetbot/model/conversation/feedback.ts";
import type { Pool, PoolClient } from "pg";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { quarterOf } from "../overview/counts.ts";

/** The number of customers who found an answer helpful, and of those who did not. */
export interface FeedbackCounts {
  up: number;
  down: number;
}

/** The customers' ratings of the bot's answers: one for each message, which the customer may remove. */
export interface FeedbackStore {
  /**
   * Stores the customer's rating of a bot's message, or of the newest one; `null` removes it. Returns which message was
   * rated and whether anything changed, or `null` when there is no such message.
   */
  record(
    ref: ConversationRef,
    seq: number | null,
    value: Feedback | null,
  ): Promise<{ seq: number; isNew: boolean } | null>;
  /** Counts the ratings of one bot's answers between two moments, in whole quarters of an hour. */
  feedbackCounts(botId: string, from: Date, to: Date): Promise<FeedbackCounts>;
}

/** The feedback in the database. */
export function createFeedbackStore(pool: Pool): FeedbackStore {
  return {
    record: (ref, seq, value) =>
      inTransaction(pool, (client) => recordFeedback(client, ref, seq, value)),
    async feedbackCounts(botId, from, to) {
      const { rows } = await pool.query<FeedbackCounts>(countsText, [botId, from, to]);
      return rows[0] ?? { up: 0, down: 0 };
    },
  };
}

/** The lock processes two simultaneous taps in order, so that neither is counted twice. */
const messageText = `
  select seq from messages
  where bot_id = $1 and conversation_id = $2 and direction = 'out' and ($3::integer is null or seq = $3)
  order by seq desc limit 1 for no key update`;

const takeBackText = `
  with gone as (
    delete from feedback where bot_id = $1 and conversation_id = $2 and seq = $3 returning value, at
  )
  update feedback_tallies as own
  set up = up - (value = 'up')::integer, down = down - (value = 'down')::integer
  from gone where own.bot_id = $1 and quarter = ${quarterOf("gone.at")}`;

const addText = `
  with given as (
    insert into feedback (bot_id, conversation_id, seq, value) values ($1, $2, $3, $4)
    returning bot_id, value, at
  )
  insert into feedback_tallies as own (bot_id, quarter, up, down)
  select bot_id, ${quarterOf("at")}, (value = 'up')::integer, (value = 'down')::integer from given
  on conflict (bot_id, quarter)
  do update set up = own.up + excluded.up, down = own.down + excluded.down`;

const countsText = `
  select coalesce(sum(up), 0)::integer as up, coalesce(sum(down), 0)::integer as down
  from feedback_tallies where bot_id = $1 and quarter >= $2 and quarter < $3`;

async function recordFeedback(
  client: PoolClient,
  { botId, conversationId }: ConversationRef,
  wanted: number | null,
  value: Feedback | null,
) {
  const found = await client.query<{ seq: number }>(messageText, [botId, conversationId, wanted]);
  const seq = found.rows[0]?.seq;
  if (seq === undefined) return null;
  const place = [botId, conversationId, seq];
  const before = await client.query<{ value: Feedback }>(
    "select value from feedback where bot_id = $1 and conversation_id = $2 and seq = $3",
    place,
  );
  const isNew = (before.rows[0]?.value ?? null) !== value;
  if (isNew) await client.query(takeBackText, place);
  if (isNew && value) await client.query(addText, [...place, value]);
  return { seq, isNew };
}
