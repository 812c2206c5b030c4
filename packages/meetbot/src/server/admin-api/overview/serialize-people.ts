import type { RatedHolder } from "@meetbot/model/conversation/waiting.ts";
import type { RatingTally, WaitKind, WaitTally } from "@meetbot/model/log/waits.ts";
import { durationAt } from "../../../store/overview/duration-class.ts";

/** How long customers waited for people, and how satisfied they were, of some parts of a time. */
export function serializePeople(waits: readonly WaitTally[], ratings: readonly RatingTally[]) {
  const reply = timesOf(waits, "first_reply");
  const end = timesOf(waits, "resolution");
  const person = ratingsOf(ratings, "person");
  const bot = ratingsOf(ratings, "bot");
  return {
    first_replies: reply.count,
    first_reply_p50_s: reply.p50,
    first_reply_p90_s: reply.p90,
    resolutions: end.count,
    resolution_p50_s: end.p50,
    resolution_p90_s: end.p90,
    ratings_person: person.count,
    rating_person_average: person.average,
    ratings_bot: bot.count,
    rating_bot_average: bot.average,
  };
}

function timesOf(waits: readonly WaitTally[], kind: WaitKind) {
  const own = waits.filter((tally) => tally.kind === kind);
  const at = (share: number) => {
    const ms = durationAt(share, own);
    return ms === null ? null : Math.round(ms / 1000);
  };
  return { count: sum(own), p50: at(0.5), p90: at(0.9) };
}

function ratingsOf(ratings: readonly RatingTally[], holder: RatedHolder) {
  const own = ratings.filter((tally) => tally.holder === holder);
  const count = sum(own);
  const points = own.reduce((total, tally) => total + tally.value * tally.count, 0);
  return { count, average: count === 0 ? null : Math.round((points / count) * 100) / 100 };
}

const sum = (tallies: readonly { count: number }[]) =>
  tallies.reduce((total, { count }) => total + count, 0);
