import { ApiError } from "../api-error.ts";
import { countDays, createDayOf, dayAfter } from "./calendar.ts";

/** Without a wish: this week. */
const usualDays = 7;

/** Two years. */
const mostDays = 731;

/** Which days are asked for; or refuses, where they are none. */
export function readDays(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  timeZone: string,
  now: Date,
): { from: string; to: string } {
  const today = createDayOf(timeZone)(now);
  const last = to ?? today;
  const first = from ?? dayAfter(last, 1 - usualDays);
  if (first > last) throw refuse("/from", "`from` is after `to`.");
  if (last > today) throw refuse("/to", `\`to\` is ahead: in ${timeZone} today is ${today}.`);
  if (countDays(first, last) > mostDays) {
    throw refuse("/from", `These are more than ${mostDays} days. Ask for two years at most.`);
  }
  return { from: first, to: last };
}

function refuse(pointer: string, message: string): ApiError {
  return new ApiError(400, "invalid_range", message, [{ pointer, message }]);
}
