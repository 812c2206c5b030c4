import { ratingTimes } from "@meetbot/model/log/rating-times.ts";
import { pushTimes } from "@meetbot/model/push/notification.ts";
import { subscriptionTimes } from "@meetbot/model/push/subscription.ts";
import { trackingLimits } from "@meetbot/model/shop/tracked-parcel.ts";
import type { Pool } from "pg";
import { deleteBatches } from "../../platform/postgres/delete-batches.ts";
import { recordFirstAnswersText } from "../bots/first-answer.ts";
import { forgetSignIns } from "../operators/forget-sign-ins.ts";

/**
 * A conversation begins when somebody opens the window, and most customers write within a minute. Anybody can open a
 * million, so empty conversations are deleted soon. One that outlived a day, because no node ran or because it is kept
 * on purpose, is not checked again: it expires like any other.
 */
const keepEmptyHours = 1;
const lookForEmptyHours = 24;

/** Rows locked and deleted per statement: few enough that nothing waits for it. */
const batchSize = 500;

/** Smaller, because deleting a conversation also deletes all its messages and deliveries. */
const conversationsAtOnce = 100;

/** Anything older has been kept long enough. Null days match nothing: such rows are deleted with something else. */
const before = (days: string) => `now() - make_interval(days => ${days})`;

/**
 * Deletes rows found by a lookup, by their physical place: a join might read the whole table where it has no statistics
 * yet or the planner misjudges so many rows as cheap. Skips locked rows: another node deletes them, or a transaction is
 * using them. A row that changed meanwhile has moved, and stays: a customer who returns to a conversation keeps it.
 */
function deleteFound(table: string, lookUp: string): string {
  return `delete from ${table} where ctid = any(array(${lookUp}))`;
}

/**
 * Deletes rows older than their bot's retention. Goes bot by bot, because the indexes begin with the bot, and in index
 * order, oldest first: with only a limit, the planner assumes that a table scan finds old rows soon, however few there
 * are.
 */
function forgetOld(table: string, at: string, isOld: string): string {
  return deleteFound(
    table,
    `select place from bots, lateral (
      select ctid as place from ${table}
      where ${table}.bot_id = bots.bot_id and ${isOld}
      order by ${at} limit $1 for update skip locked
    ) as old limit $1`,
  );
}

function forgetPast(table: string): string {
  return deleteFound(
    table,
    `select ctid from ${table} where at < now() - interval '${keepEventsDays} days'
    order by at limit $1 for update skip locked`,
  );
}

function forgetEnded(table: string): string {
  return deleteFound(
    table,
    `select ctid from ${table} where expires_at <= now()
    order by expires_at limit $1 for update skip locked`,
  );
}

/**
 * A customer who subscribed to updates of an order waits for it and does not write meanwhile. `offset` makes PostgreSQL
 * look this up for one conversation at a time, instead of reading all subscriptions.
 */
const isFollowing = `active_at >= ${before(String(subscriptionTimes.keepsConversationDays))}
  and exists (
    select from subscriptions as wanted
    where wanted.bot_id = conversations.bot_id
      and wanted.conversation_id = conversations.conversation_id and wanted.ended_at is null
    offset 0
  )`;

const forgetConversations = forgetOld(
  "conversations",
  "active_at",
  `active_at > '-infinity' and active_at < ${before("keep_conversations_days")}
    and not (${isFollowing})`,
);

/**
 * Nobody misses a chat that was opened and left: a customer who writes there later gets another conversation. A
 * conversation whose account the shop vouched for stays: no stranger can open one.
 */
const forgetEmptyConversations = forgetOld(
  "conversations",
  "active_at",
  `last_inbound_seq = 1 and not spoken
    and active_at < now() - interval '${keepEmptyHours} hour'
    and active_at > now() - interval '${lookForEmptyHours} hours'
    and not exists (
      select from outboxes as own
      where own.bot_id = conversations.bot_id
        and own.conversation_id = conversations.conversation_id
      offset 0
    )
    and exists (
      select from messages as opening
      where opening.bot_id = conversations.bot_id
        and opening.conversation_id = conversations.conversation_id
        and opening.seq = 1 and opening.kind = 'start'
      offset 0
    )
    and not exists (
      select from conversation_accounts as named
      where named.bot_id = conversations.bot_id
        and named.conversation_id = conversations.conversation_id
      offset 0
    )`,
);

const forgetDeliveries = forgetOld(
  "deliveries",
  "started_at",
  `started_at < ${before("keep_deliveries_days")}`,
);

/**
 * Nothing waits for failed messages: sending continues behind them, and their numbers are not reused. One that was
 * retried is deleted with its conversation.
 */
const forgetFailedMessages = deleteFound(
  "messages",
  `select place from bots, lateral (
    select messages.ctid as place
    from outbound_failures as failure join messages using (bot_id, conversation_id, seq)
    where failure.bot_id = bots.bot_id and failure.failed_at < ${before("keep_failed_messages_days")}
    order by failure.failed_at limit $1 for update of messages skip locked
  ) as old limit $1`,
);

/** Runs against a webhook stay, without the queries about customers and the answers. */
const forgetEvidence = forgetOld(
  "conformance_evidence",
  "created_at",
  `created_at < ${before("coalesce(keep_deliveries_days, keep_conversations_days)")}`,
);

/** Alerts older than this are of no use, delivered or not. */
const keepEventsDays = 7;

const forgetEvents = forgetPast("desk_events");

const forgetAttempts = forgetEnded("attempts");
const forgetForgottenEvents = forgetEnded("forgotten_events");
const forgetLinkOffers = forgetEnded("link_offers");
const forgetLinks = forgetEnded("account_links");

/** Within this time Meetbot asks no account again; after it, the record is of no use. */
const forgetRatedAccounts = deleteFound(
  "rated_accounts",
  `select ctid from rated_accounts
   where asked_at <= now() - interval '${ratingTimes.onceInDays} days'
   order by asked_at limit $1 for update skip locked`,
);

/** Deletes pushes with their outcomes. For this long a shop may repeat a push, and customers get it once. */
const forgetPushes = deleteFound(
  "pushes",
  `select ctid from pushes where accepted_at < now() - interval '${pushTimes.keptDays} days'
   order by accepted_at limit $1 for update skip locked`,
);

const forgetSubscriptions = deleteFound(
  "subscriptions",
  `select ctid from subscriptions where ended_at < now() - interval '${subscriptionTimes.endedKeptDays} days'
   order by ended_at limit $1 for update skip locked`,
);

const forgetTracked = forgetOld(
  "tracked_orders",
  "seen_at",
  `seen_at < ${before(String(trackingLimits.keptDays))}`,
);

/** Deletes the oldest entries of a shop that reports more than the limit. */
const forgetTooManyTracked = deleteFound(
  "tracked_orders",
  `select place from bots, lateral (
    select ctid as place from tracked_orders where tracked_orders.bot_id = bots.bot_id
    order by seen_at desc offset ${trackingLimits.maxOfBot} limit $1
  ) as old limit $1`,
);

const forgetSecretsText = "delete from bot_secrets where expires_at <= now()";

/**
 * Deletes conversations that were idle for as long as their bot keeps them, and those in which nobody wrote, with all
 * their data, and returns how many. Also deletes data with a shorter retention, attempts whose window has ended,
 * expired links, sign-ins and secrets, old pushes, and subscriptions that ended more than a month ago. `pastTables`:
 * tables of features whose rows are deleted a week after their `at`.
 */
export async function forgetExpired(pool: Pool, pastTables: readonly string[]): Promise<number> {
  await pool.query(forgetSecretsText);
  await pool.query(recordFirstAnswersText);
  await forgetSignIns(pool);
  for (const text of [
    forgetEvents,
    ...pastTables.map(forgetPast),
    forgetAttempts,
    forgetForgottenEvents,
    forgetLinkOffers,
    forgetLinks,
    forgetRatedAccounts,
    forgetPushes,
    forgetSubscriptions,
    forgetTracked,
    forgetTooManyTracked,
    forgetEvidence,
    forgetDeliveries,
    forgetFailedMessages,
  ]) {
    await deleteBatches(pool, text, batchSize);
  }
  const empty = await deleteBatches(pool, forgetEmptyConversations, conversationsAtOnce);
  return empty + (await deleteBatches(pool, forgetConversations, conversationsAtOnce));
}
