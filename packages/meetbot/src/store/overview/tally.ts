import { turnLimits } from "@meetbot/model/turn-limits.ts";
import type { ClientBase, Pool, PoolClient } from "pg";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import {
  allBots,
  begunColumns,
  begunText,
  deliveriesText,
  happenedColumns,
  happenedText,
  quarterOf,
  type Stretch,
  topicsText,
  wasFollowed,
} from "./counts.ts";

/**
 * How long after its end a quarter is counted. A question is dated by when the customer asked it, but stored with its
 * turn: so the longest turn, plus two minutes.
 */
const graceMinutes = Math.ceil(turnLimits.maxSeconds / 60) + 2;

/** After a long standstill one transaction counts at most this much. */
const maxStretch = "1 day";

/**
 * The node that locks the row counts; other nodes skip it. Conversations are recounted while they are less than a day
 * old, because their outcome can still change.
 */
const progressText = `
  select counted_until, open_from, until,
    least(until, ${quarterOf(`now() - interval '1 day ${graceMinutes} minutes'`)}) as open_next
  from tally_progress, least(
    counted_until + interval '${maxStretch}',
    ${quarterOf(`now() - interval '${graceMinutes} minutes'`)}
  ) as until
  where until > counted_until for update of tally_progress skip locked`;

const nextText =
  "update tally_progress set counted_until = $1, open_from = greatest(open_from, $2)";

const stretch: Stretch = { from: "$1", to: "$2" };

const happenedTallyText = (bots: string) => `
  insert into tallies (bot_id, quarter, ${happenedColumns.join(", ")})
  ${happenedText(bots, stretch)}
  on conflict (bot_id, quarter) do update set ${overwrite(happenedColumns)}`;

const deliveriesTallyText = (bots: string) => `
  insert into delivery_tallies (bot_id, quarter, method, outcome, duration_class, deliveries)
  ${deliveriesText(bots, stretch)}`;

const topicsTallyText = (bots: string) => `
  insert into topic_tallies (bot_id, quarter, topic, asked, answered)
  ${topicsText(bots, stretch)}`;

/** If a conversation was deleted meanwhile, its quarter counts fewer, perhaps none. */
const begunTallyText = (bots: string) => `
  insert into tallies (bot_id, quarter, ${begunColumns.join(", ")})
  select bot_id, quarter, ${begunColumns.map((column) => `coalesce(${column}, 0)`).join(", ")}
  from (
    select bot_id, quarter from tallies join (${bots}) as counted using (bot_id)
    where quarter >= $1 and quarter < $2
  ) as known full join (${begunText(bots, stretch)}) as begun using (bot_id, quarter)
  on conflict (bot_id, quarter) do update set ${overwrite(begunColumns)}`;

/**
 * Stores, once the day is over, whether a message that was understood followed, so that long lists need not look it up
 * each time.
 */
const settleFollowedText = `
  update unanswered set is_followed = ${wasFollowed}
  from bots
  where unanswered.bot_id = bots.bot_id and at >= $1 and at < $2
    and reason = 'asked_back' and is_followed is null`;

function overwrite(columns: readonly string[]): string {
  return columns.map((column) => `${column} = excluded.${column}`).join(", ");
}

/**
 * Counts the events of past quarters, so that the numbers stay when conversations are deleted. Turns write nothing for
 * this that they would have to wait for.
 */
export async function tally(pool: Pool): Promise<void> {
  while (await inTransaction(pool, tallyOnce));
}

interface Progress {
  counted_until: Date;
  open_from: Date;
  until: Date;
  open_next: Date;
}

/** Counts one stretch; false: nothing is left to count, or another node counts. */
async function tallyOnce(client: PoolClient): Promise<boolean> {
  const progress = (await client.query<Progress>(progressText)).rows[0];
  if (!progress) return false;
  const { counted_until, open_from, until, open_next } = progress;
  await client.query(happenedTallyText(allBots), [counted_until, until]);
  await client.query(deliveriesTallyText(allBots), [counted_until, until]);
  await client.query(topicsTallyText(allBots), [counted_until, until]);
  await client.query(begunTallyText(allBots), [open_from, until]);
  await client.query(settleFollowedText, [open_from, open_next]);
  await client.query(nextText, [until, open_next]);
  return true;
}

/** Two databases that run are hardly further apart in counting than this. */
const recountedHours = 6;

const botTallies = ["delivery_tallies", "topic_tallies"].map(
  (table) => `delete from ${table} where bot_id = $1 and quarter >= $2`,
);

/**
 * Recounts the last hours of a bot that came from a database whose counting was ahead of or behind this one. Each
 * quarter is counted once; quarters that this database has yet to count are left out.
 */
export async function recountBot(client: ClientBase, botId: string): Promise<void> {
  const { rows } = await client.query<{ from: Date; to: Date }>(
    `select counted_until - interval '${recountedHours} hours' as "from", counted_until as "to"
     from tally_progress for update`,
  );
  const [progress] = rows;
  if (!progress) return;
  for (const text of botTallies) await client.query(text, [botId, progress.from]);
  const own = "select $3::text as bot_id";
  for (const text of [happenedTallyText, deliveriesTallyText, topicsTallyText, begunTallyText]) {
    await client.query(text(own), [progress.from, progress.to, botId]);
  }
}
