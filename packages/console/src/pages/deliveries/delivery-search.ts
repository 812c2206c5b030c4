import { instantOf, oneOf, onlySet, textOf } from "../../parts/list/read-search.ts";
import { type TimeRange, timeRanges } from "../../parts/time/time-range.ts";

export const tabs = [
  "request",
  "response",
  "validation",
  "timeline",
  "conversation",
  "replays",
] as const;
export type Tab = (typeof tabs)[number];

export const statusClasses = ["2xx", "3xx", "4xx", "5xx"] as const;
export const methods = ["orders", "packages", "push_status"] as const;
const durations = [500, 1000, 3000, 5000];

/** The parameters in the page's address: the list's filters, and what is shown beside the list. */
export interface DeliverySearch {
  method?: (typeof methods)[number];
  outcome?: string;
  status?: (typeof statusClasses)[number];
  /** Milliseconds. */
  slower?: number;
  range?: TimeRange;
  from?: string;
  to?: string;
  conversation?: string;
  replays?: true;
  live?: true;
  delivery?: string;
  tab?: Tab;
}

export function readDeliverySearch(search: Record<string, unknown>): DeliverySearch {
  return onlySet<DeliverySearch>({
    method: oneOf(search.method, methods),
    outcome: textOf(search.outcome),
    status: oneOf(search.status, statusClasses),
    slower: durations.find((one) => one === Number(search.slower)),
    range: oneOf(search.range, timeRanges),
    from: instantOf(search.from),
    to: instantOf(search.to),
    conversation: textOf(search.conversation),
    replays: search.replays === true ? true : undefined,
    live: search.live === true ? true : undefined,
    delivery: textOf(search.delivery),
    tab: oneOf(search.tab, tabs),
  });
}

/** Returns the list's filters, without what is shown beside the list. */
export function filterOf({ delivery, tab, live, ...filter }: DeliverySearch) {
  return filter;
}
export type DeliveryFilter = ReturnType<typeof filterOf>;

export const durationChoices: readonly number[] = durations;
