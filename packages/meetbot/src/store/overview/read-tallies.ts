import type { DeliveryTally, Figures, TopicTally } from "@meetbot/model/log/figures.ts";
import type { Pool } from "pg";
import {
  begunColumns,
  begunText,
  deliveriesText,
  happenedColumns,
  happenedText,
  type Stretch,
  topicsText,
} from "./counts.ts";

const oneBot = "select $1::text as bot_id";

/**
 * Quarters that are not tallied yet, at most about twenty minutes, are counted while reading. `$3` is the moment until
 * which all is tallied. Tallies written meanwhile for later quarters are not read, so that nothing counts twice.
 */
const uncounted: Stretch = {
  from: "greatest($3::timestamptz, ($2::timestamptz[])[1])",
  to: "($2::timestamptz[])[cardinality($2)]",
};

const wanted = `bot_id = $1 and quarter >= ($2::timestamptz[])[1] and quarter < ${uncounted.to}`;
const counted = `${wanted} and quarter < $3`;

const countedUntilText = `select counted_until as "countedUntil" from tally_progress`;

/** Customers' ratings of answers are counted when they arrive: see `feedback.ts`. */
const thumbColumns = ["thumbs_up", "thumbs_down"];

/** Selects topics besides orders, by the quarter of an hour in which customers asked. */
const topicQuartersText = `
  select quarter, topic, asked, answered from topic_tallies where ${counted}
  union all
  select quarter, topic, asked, answered from (${topicsText(oneBot, uncounted)}) as live`;

const topicColumns = ["topics_asked", "topics_answered"];

const columns = [...begunColumns, ...happenedColumns, ...thumbColumns, ...topicColumns];

/** Returns all columns, with zeros for those that this part does not count. */
function columnsFrom(names: readonly string[]): string {
  return columns.map((name) => (names.includes(name) ? name : `0 as ${name}`)).join(", ");
}

const part = "width_bucket(quarter, $2::timestamptz[]) - 1 as part";

const figuresText = `
  select ${part}, ${columns.map((column) => `sum(${column})::integer as ${column}`).join(", ")}
  from (
    select quarter, ${columnsFrom([...begunColumns, ...happenedColumns])}
    from tallies where ${counted}
    union all
    select quarter, ${columnsFrom(begunColumns)} from (${begunText(oneBot, uncounted)}) as begun
    union all
    select quarter, ${columnsFrom(happenedColumns)}
    from (${happenedText(oneBot, uncounted)}) as happened
    union all
    select quarter, ${columnsFrom(thumbColumns)}
    from (
      select quarter, up as thumbs_up, down as thumbs_down from feedback_tallies where ${wanted}
    ) as thumbs
    union all
    select quarter, ${columnsFrom(topicColumns)}
    from (
      select quarter, asked as topics_asked, answered as topics_answered
      from (${topicQuartersText}) as quarters
    ) as topics
  ) as quarters group by 1`;

const topicTallyText = `
  select topic, sum(asked)::integer as asked, sum(answered)::integer as answered
  from (${topicQuartersText}) as quarters group by topic order by asked desc, topic`;

const deliveriesTallyText = `
  select ${part}, method, outcome, duration_class as "durationClass",
    sum(deliveries)::integer as deliveries
  from (
    select quarter, method, outcome, duration_class, deliveries
    from delivery_tallies where ${counted}
    union all
    select quarter, method, outcome, duration_class, deliveries
    from (${deliveriesText(oneBot, uncounted)}) as live
  ) as quarters group by 1, 2, 3, 4`;

type FigureRow = { part: number } & Record<string, number>;

/**
 * The figures of a bot for each part of a stretch of time. `bounds` are the moments between which
 * the parts lie, each at the start of a quarter of an hour.
 */
export async function readFigures(
  pool: Pool,
  botId: string,
  bounds: readonly Date[],
): Promise<Figures[]> {
  const values = [botId, bounds, await readCountedUntil(pool)];
  const { rows } = await pool.query<FigureRow>(figuresText, values);
  const byPart = new Map(rows.map((row) => [row.part, row]));
  return bounds.slice(1).map((_, nth) => toFigures(byPart.get(nth)));
}

/** Since when `selfServed` is counted as it is now; null: it always was. */
export async function readStrictSince(pool: Pool): Promise<Date | null> {
  const text = `select strict_since as "strictSince" from tally_progress`;
  const { rows } = await pool.query<{ strictSince: Date | null }>(text);
  return rows[0]?.strictSince ?? null;
}

/** Returns topics besides orders that customers asked about between two moments, the most frequent first. */
export async function readTopicTallies(
  pool: Pool,
  botId: string,
  between: readonly [from: Date, until: Date],
): Promise<TopicTally[]> {
  const values = [botId, between, await readCountedUntil(pool)];
  return (await pool.query<TopicTally>(topicTallyText, values)).rows;
}

/** Returns the deliveries of a bot, divided into the same parts. */
export async function readDeliveryTallies(
  pool: Pool,
  botId: string,
  bounds: readonly Date[],
): Promise<DeliveryTally[]> {
  const values = [botId, bounds, await readCountedUntil(pool)];
  return (await pool.query<DeliveryTally>(deliveriesTallyText, values)).rows;
}

/** Its microseconds are none: it is the start of a quarter of an hour. */
async function readCountedUntil(pool: Pool): Promise<Date | null> {
  const { rows } = await pool.query<{ countedUntil: Date }>(countedUntilText);
  return rows[0]?.countedUntil ?? null;
}

function toFigures(row: FigureRow | undefined): Figures {
  return {
    conversations: row?.conversations ?? 0,
    withQuestion: row?.with_question ?? 0,
    selfServed: row?.self_served ?? 0,
    handedOver: row?.handed_over ?? 0,
    askedAgain: row?.asked_again ?? 0,
    leftAfterRefusal: row?.left_after_refusal ?? 0,
    thumbsUp: row?.thumbs_up ?? 0,
    thumbsDown: row?.thumbs_down ?? 0,
    topicsAsked: row?.topics_asked ?? 0,
    topicsAnswered: row?.topics_answered ?? 0,
    messages: row?.messages ?? 0,
    utterances: row?.utterances ?? 0,
    notUnderstood: row?.not_understood ?? 0,
    otherTopics: row?.other_topics ?? 0,
    answered: row?.answered ?? 0,
    notFound: row?.not_found ?? 0,
    unavailable: row?.unavailable ?? 0,
  };
}
