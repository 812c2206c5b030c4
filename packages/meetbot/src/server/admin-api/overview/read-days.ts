import type { z } from "@hono/zod-openapi";
import { maxDays, type OverviewQuery } from "@meetbot/admin-api/contract/overview.ts";
import { ApiError } from "../http/api-error.ts";
import { countDays, createDayOf, dayAfter } from "./calendar.ts";

/** Returns the requested days. Throws an {@link ApiError} that points at the wrong parameter if they are invalid. */
export function readDays(
  { from, to, days }: z.infer<typeof OverviewQuery>,
  timeZone: string,
  now: Date,
): { from: string; to: string } {
  const today = createDayOf(timeZone)(now);
  const last = to ?? today;
  const first = from ?? dayAfter(last, 1 - days);
  if (first > last) throw refuse("/from", "`from` is after `to`.");
  if (last > today) throw refuse("/to", `\`to\` is ahead: in ${timeZone} today is ${today}.`);
  if (countDays(first, last) > maxDays) {
    throw refuse("/from", `These are more than ${maxDays} days. Ask for two years at most.`);
  }
  return { from: first, to: last };
}

function refuse(pointer: string, message: string): ApiError {
  return new ApiError(400, "invalid_range", message, [{ pointer, message }]);
}
