import type { Pool } from "pg";
import { noteFirstAnswersText } from "./first-answer.ts";
import { forgetLinkTexts } from "./links/forget-links.ts";
import { retentionDays } from "./retention.ts";

/** Rows locked and deleted by one statement: few enough that nobody waits for it. */
const batchSize = 500;

/** Conversations take all their messages and deliveries along. */
const conversationsAtOnce = 100;

/**
 * Bot by bot, for the index begins with the bot. What is locked is skipped: another node deletes it,
 * or its customer returns at this moment and keeps it.
 */
const forgetText = `
  delete from conversations
  where (bot_id, conversation_id) in (
    select idle.bot_id, idle.conversation_id from bots, lateral (
      select bot_id, conversation_id from conversations
      where conversations.bot_id = bots.bot_id and active_at > '-infinity'
        and active_at < now() - interval '${retentionDays} days'
      limit ${conversationsAtOnce} for update skip locked
    ) as idle limit ${conversationsAtOnce}
  ) and active_at < now() - interval '${retentionDays} days'`;

/** Skips what is locked, so that it never waits for those who count while they wait for it. */
const forgetAttemptsText = `
  with ended as (
    select bot_id, scope, item from attempts where expires_at <= now()
    order by expires_at limit ${batchSize} for update skip locked
  )
  delete from attempts using ended
  where attempts.bot_id = ended.bot_id
    and attempts.scope = ended.scope and attempts.item = ended.item`;

/** Runs against a webhook stay, without what was asked about customers and answered. */
const forgetEvidenceText = `
  delete from conformance_evidence where (bot_id, run_id) in (
    select bot_id, run_id from conformance_evidence
    where created_at < now() - interval '${retentionDays} days' limit ${batchSize}
    for update skip locked
  )`;

const forgetSecretsText = "delete from bot_secrets where expires_at <= now()";

/**
 * Deletes conversations idle for longer than the retention time, with all that belongs to them, and
 * returns how many. Attempts whose window has ended, links whose time is over, secrets that serve no longer and what was sent to
 * test webhooks go too.
 */
export async function forgetExpired(pool: Pool): Promise<number> {
  await pool.query(forgetSecretsText);
  await pool.query(noteFirstAnswersText);
  await deleteBatches(pool, forgetAttemptsText);
  await deleteBatches(pool, forgetEvidenceText);
  for (const text of forgetLinkTexts(batchSize)) await deleteBatches(pool, text);
  return deleteBatches(pool, forgetText);
}

async function deleteBatches(pool: Pool, text: string): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { rowCount } = await pool.query(text);
    deleted += rowCount ?? 0;
    if (!rowCount) return deleted;
  }
}
