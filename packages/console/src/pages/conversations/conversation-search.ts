import type { CustomerLocale } from "@meetbot/presentation";
import { instantOf, oneOf, onlySet, textOf } from "../../parts/list/read-search.ts";
import { type TimeRange, timeRanges } from "../../parts/time/time-range.ts";

/**
 * The search in the page's address. It leaves out which customer the reader searches for, because addresses are stored.
 */
export interface ConversationSearch {
  channel?: string;
  locale?: CustomerLocale;
  person?: true;
  failed?: true;
  disliked?: true;
  range?: TimeRange;
  from?: string;
  to?: string;
  id?: string;
}

export function readConversationSearch(search: Record<string, unknown>): ConversationSearch {
  return onlySet<ConversationSearch>({
    channel: textOf(search.channel),
    // The first page does not load the texts of all languages; the server checks which languages exist.
    locale: textOf(search.locale) as CustomerLocale | undefined,
    person: search.person === true ? true : undefined,
    failed: search.failed === true ? true : undefined,
    disliked: search.disliked === true ? true : undefined,
    range: oneOf(search.range, timeRanges),
    from: instantOf(search.from),
    to: instantOf(search.to),
    id: textOf(search.id),
  });
}
