import { outcomeTimes } from "@meetbot/model/log/outcome-times.ts";
import { durationClassText } from "./duration-class.ts";

/**
 * The period to count, as SQL parameters: with a subquery the planner cannot estimate the result, and reads all stored
 * rows.
 */
export interface Stretch {
  from: string;
  to: string;
}

/** Returns, in SQL, the start of the quarter of an hour that contains a moment. */
export function quarterOf(moment: string): string {
  return `date_bin('15 minutes', ${moment}, 'epoch')`;
}

/** Which bots to count for: SQL with a column `bot_id`. */
export const allBots = "select bot_id from bots";

/**
 * Counts conversations by the quarter of an hour in which they began, except those that the widget only opened. All
 * have been active since they began, and activity is indexed.
 */
export function begunText(bots: string, { from, to }: Stretch): string {
  return `
    select bot_id, ${quarterOf("created_at")} as quarter,
      count(*) as conversations,
      count(*) filter (where asked) as with_question,
      count(*) filter (where ${isSelfServed}) as self_served,
      count(*) filter (where person_asked) as handed_over,
      count(*) filter (where asked_again) as asked_again,
      count(*) filter (where ${isLeft}) as left_after_refusal
    from (${bots}) as counted join conversations using (bot_id)
    where created_at >= ${from} and created_at < ${to} and spoken
      and active_at >= ${from} and active_at > '-infinity'
    group by 1, 2`;
}

export const begunColumns = [
  "conversations",
  "with_question",
  "self_served",
  "handed_over",
  "asked_again",
  "left_after_refusal",
];

/** Whether a later message was understood, or needed no bot to understand it. */
export const wasFollowed = `exists (
    select from messages as later
    where later.bot_id = unanswered.bot_id
      and later.conversation_id = unanswered.conversation_id
      and later.seq > unanswered.seq and later.direction = 'in'
      and not exists (
        select from unanswered as again
        where again.bot_id = later.bot_id and again.conversation_id = later.conversation_id
          and again.seq = later.seq
      )
  )`;

/**
 * A customer whom the bot asked back counts as answered once they wrote something that it understood. For a day this is
 * looked up; after that it is stored: see `tally.ts`.
 */
export const stayedUnanswered = `(reason <> 'asked_back' or not coalesce(is_followed, ${wasFollowed}))`;

/** Customers who asked for a person count under that, not as refused. */
const isLeft = `refused and not person_asked
  and active_at < now() - interval '${outcomeTimes.leftAfterMinutes} minutes'`;

/** Checks for such a row in a conversation's first day. */
function existsIn(table: string, which: string): string {
  return `exists (
    select from ${table}
    where ${table}.bot_id = conversations.bot_id
      and ${table}.conversation_id = conversations.conversation_id
      and ${table}.at < conversations.created_at + interval '1 day' and ${which}
  )`;
}

/**
 * The customer got an answer and nothing indicates that it failed. The guide and the console, beside the figure,
 * explain each condition to operators.
 */
const isSelfServed = `answered and not (person_asked or asked_again or refused)
  and not ${existsIn("unanswered", stayedUnanswered)}
  and not ${existsIn("feedback", "value = 'down'")}`;

/** Whatever happened, by the quarter it happened in. */
export function happenedText(bots: string, stretch: Stretch): string {
  const sums = happenedColumns.map((column) => `sum(${column}) as ${column}`).join(", ");
  return `
    select bot_id, quarter, ${sums} from (
      ${messagesText(bots, stretch)} union all
      ${unansweredText(bots, stretch)} union all
      ${questionsText(bots, stretch)}
    ) as happened group by 1, 2`;
}

export const happenedColumns = [
  "messages",
  "utterances",
  "not_understood",
  "other_topics",
  "answered",
  "not_found",
  "unavailable",
];

/** Selects one kind of row, with zeros in the columns of other kinds. */
function rowsText(counts: Record<string, string>, moment: string, rest: string): string {
  const columns = happenedColumns.map((column) => `${counts[column] ?? 0} as ${column}`);
  return `
    select bot_id, ${quarterOf(moment)} as quarter, ${columns.join(", ")}
    from ${rest} group by 1, 2`;
}

function messagesText(bots: string, { from, to }: Stretch): string {
  const counts = { messages: "count(*)", utterances: "count(*) filter (where kind = 'text')" };
  return rowsText(
    counts,
    "at",
    `(${bots}) as counted join messages using (bot_id)
    where kind in ('text', 'tap') and at >= ${from} and at < ${to}`,
  );
}

function unansweredText(bots: string, { from, to }: Stretch): string {
  const counts = {
    not_understood: "count(*) filter (where reason <> 'other_topic')",
    other_topics: "count(*) filter (where reason = 'other_topic')",
  };
  return rowsText(
    counts,
    "at",
    `(${bots}) as counted join unanswered using (bot_id)
    where at >= ${from} and at < ${to} and ${stayedUnanswered}`,
  );
}

function questionsText(bots: string, { from, to }: Stretch): string {
  const count = (outcome: string) => `count(*) filter (where question = '${outcome}')`;
  const counts = {
    answered: count("answered"),
    not_found: count("not_found"),
    unavailable: count("unavailable"),
  };
  return rowsText(
    counts,
    "started_at",
    `(${bots}) as counted join deliveries using (bot_id)
    where question is not null and started_at >= ${from} and started_at < ${to}`,
  );
}

/** Counts topics besides orders: how often customers asked, and how often the shop's own answer was sent. */
export function topicsText(bots: string, { from, to }: Stretch): string {
  return `
    select bot_id, ${quarterOf("at")} as quarter, topic, count(*) as asked,
      count(*) filter (where answered) as answered
    from (${bots}) as counted join topic_requests using (bot_id)
    where at >= ${from} and at < ${to}
    group by 1, 2, 3`;
}

/** Counts deliveries by outcome and duration; only those for customers, not for operators. */
export function deliveriesText(bots: string, { from, to }: Stretch): string {
  return `
    select bot_id, ${quarterOf("started_at")} as quarter, method, outcome,
      ${durationClassText("duration_ms")} as duration_class, count(*) as deliveries
    from (${bots}) as counted join deliveries using (bot_id)
    where seq is not null and started_at >= ${from} and started_at < ${to}
    group by 1, 2, 3, 4, 5`;
}
