import type { Pool } from "pg";
import { deleteBatches } from "./delete-batches.ts";
import { noteFirstAnswersText } from "./first-answer.ts";

/** Rows locked and deleted by one statement: few enough that nobody waits for it. */
const batchSize = 500;

/** Conversations take all their messages and deliveries along. */
const conversationsAtOnce = 100;

/** What is older was kept for long enough. Null days are none: it goes with something else. */
const before = (days: string) => `now() - make_interval(days => ${days})`;

interface Expiring {
  table: string;
  /** The primary key without the bot. */
  key: string[];
  isOld: string;
}

/**
 * Deletes what is older than its bot keeps it. Bot by bot, for the indexes begin with the bot. What is
 * locked is skipped: another node deletes it, or somebody works with it at this moment. Whoever returns
 * to a conversation keeps it.
 */
function forgetText({ table, key, isOld }: Expiring): string {
  const columns = key.join(", ");
  const isSame = key.map((column) => `and ${table}.${column} = old.${column}`).join(" ");
  return `
    with old as materialized (
      select old.* from bots, lateral (
        select bot_id, ${columns} from ${table}
        where ${table}.bot_id = bots.bot_id and ${isOld}
        limit $1 for update skip locked
      ) as old limit $1
    )
    delete from ${table} using old where ${table}.bot_id = old.bot_id ${isSame}`;
}

const forgetConversations = forgetText({
  table: "conversations",
  key: ["conversation_id"],
  isOld: `active_at > '-infinity' and active_at < ${before("keep_conversations_days")}`,
});

const forgetDeliveries = forgetText({
  table: "deliveries",
  key: ["delivery_id"],
  isOld: `started_at < ${before("keep_deliveries_days")}`,
});

/** Nothing waits for them: sending goes on behind them, and their numbers are not used again. */
const forgetFailedMessages = forgetText({
  table: "messages",
  key: ["conversation_id", "seq"],
  isOld: `failed_at < ${before("keep_failed_messages_days")}`,
});

/** Runs against a webhook stay, without what was asked about customers and answered. */
const forgetEvidence = forgetText({
  table: "conformance_evidence",
  key: ["run_id"],
  isOld: `created_at < ${before("coalesce(keep_deliveries_days, keep_conversations_days)")}`,
});

/** Skips what is locked, so that it never waits for those who count while they wait for it. */
const forgetAttempts = `
  with ended as (
    select bot_id, scope, item from attempts where expires_at <= now()
    order by expires_at limit $1 for update skip locked
  )
  delete from attempts using ended
  where attempts.bot_id = ended.bot_id
    and attempts.scope = ended.scope and attempts.item = ended.item`;

const forgetForgottenEvents = `
  with ended as (
    select bot_id, event from forgotten_events where expires_at <= now()
    order by expires_at limit $1 for update skip locked
  )
  delete from forgotten_events as own using ended
  where own.bot_id = ended.bot_id and own.event = ended.event`;

const forgetSecretsText = "delete from bot_secrets where expires_at <= now()";

/**
 * Deletes conversations that were idle for as long as their bot keeps them, with all that belongs to
 * them, and returns how many. What is kept for a shorter time goes too, and so do attempts whose window
 * has ended and secrets that serve no longer.
 */
export async function forgetExpired(pool: Pool): Promise<number> {
  await pool.query(forgetSecretsText);
  await pool.query(noteFirstAnswersText);
  for (const text of [
    forgetAttempts,
    forgetForgottenEvents,
    forgetEvidence,
    forgetDeliveries,
    forgetFailedMessages,
  ]) {
    await deleteBatches(pool, text, batchSize);
  }
  return deleteBatches(pool, forgetConversations, conversationsAtOnce);
}
