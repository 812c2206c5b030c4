import { oneOf, onlySet, textOf } from "../../../parts/list/read-search.ts";

/** The lists, in the order of their tabs. */
export const views = ["mine", "waiting", "owed", "all", "closed"] as const;
export type View = (typeof views)[number];

/** What the address of the inbox says: which list, and which conversation is open beside it. */
export interface InboxSearch {
  view?: View;
  conversation?: string;
}

/** Reads the address; what is not understood is left out. */
export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  return onlySet<InboxSearch>({
    view: oneOf(search.view, views),
    conversation: textOf(search.conversation),
  });
}
