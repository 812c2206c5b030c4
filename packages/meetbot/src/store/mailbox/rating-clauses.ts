import { sealJson } from "../../platform/sealing/sealed-json.ts";
import { quarterOf } from "../overview/counts.ts";
import type { Clause, TurnToCommit } from "./clause.ts";

function ratedRows({ turn: { rating } }: TurnToCommit): unknown[][] {
  return rating?.kind === "rated" ? [[rating.value]] : [];
}

/** The clauses that store ratings, together with the turn. */
export const ratingClauses: Clause[] = [
  {
    // A customer is asked once: an earlier request keeps its holder and moment.
    name: "asked",
    columns: { holder: "text" },
    rows: ({ turn: { rating } }) => (rating?.kind === "asked" ? [[rating.holder]] : []),
    text: `
      insert into ratings (bot_id, conversation_id, holder)
      select bot_id, conversation_id, holder from given on conflict do nothing`,
  },
  {
    // The first one counts: two taps are one rating.
    name: "rated",
    columns: { value: "smallint" },
    rows: ratedRows,
    text: `
      update ratings set value = given.value, rated_at = now() from given
      where ratings.bot_id = given.bot_id and ratings.conversation_id = given.conversation_id
        and ratings.value is null`,
  },
  {
    // As the row was before this statement; the conversation is locked.
    name: "counted",
    columns: { value: "smallint" },
    rows: ratedRows,
    text: `
      insert into rating_tallies as known (bot_id, quarter, holder, value, ratings)
      select given.bot_id, ${quarterOf("now()")}, holder, given.value, count(*)
      from given join ratings as own
        on own.bot_id = given.bot_id and own.conversation_id = given.conversation_id
      where own.value is null
      group by 1, 2, 3, 4
      on conflict (bot_id, quarter, holder, value)
      do update set ratings = known.ratings + excluded.ratings`,
  },
  {
    name: "explained",
    columns: { sealed: "bytea" },
    rows: ({ key, lease, turn: { rating } }) =>
      rating?.kind === "words" ? [[sealJson(key, lease, "rating", rating.words)]] : [],
    text: `
      update ratings set sealed = given.sealed from given
      where ratings.bot_id = given.bot_id and ratings.conversation_id = given.conversation_id`,
  },
];
