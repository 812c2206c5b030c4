import type { InputOf } from "../../../api/routes.ts";

/** How many days are a tap away. */
export const usualDays = [1, 7, 30] as const;

export const reasons = ["not_understood", "asked_back", "other_topic"] as const;
export type Reason = (typeof reasons)[number];

/** The period in the overview's URL: a number of days until today, or a range of dates. */
export interface OverviewSearch {
  days?: number;
  from?: string;
  to?: string;
  reason?: Reason;
}

const day = /^\d{4}-\d\d-\d\d$/;

/** Parses the URL parameters and drops invalid ones. */
export function readOverviewSearch(search: Record<string, unknown>): OverviewSearch {
  const { days, from, to, reason } = search;
  const known = reasons.find((one) => one === reason);
  const isRange = typeof from === "string" && typeof to === "string";
  return {
    ...(isRange && day.test(from) && day.test(to) && { from, to }),
    ...(usualDays.some((one) => one === days) && { days: Number(days) }),
    ...(known && { reason: known }),
  };
}

/** Converts the days to admin API query parameters. */
export function toQuery({
  days,
  from,
  to,
}: OverviewSearch): NonNullable<InputOf<"GET /bots/{bot_id}/overview">["query"]> {
  return from && to ? { from, to } : { days: days ?? 7 };
}
