import { oneOf, onlySet, textOf } from "../../../parts/list/read-search.ts";

/** The lists, in the order of their tabs. */
export const views = ["mine", "waiting", "owed", "all", "closed"] as const;
export type View = (typeof views)[number];

/** The inbox state stored in the URL: the list, its label, and the conversation open beside it. */
export interface InboxSearch {
  view?: View;
  label?: string;
  conversation?: string;
}

const labelForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Parses the URL parameters and drops invalid ones. */
export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  return onlySet<InboxSearch>({
    view: oneOf(search.view, views),
    label: labelOf(search.label),
    conversation: textOf(search.conversation),
  });
}

const labelOf = (value: unknown) =>
  typeof value === "string" && labelForm.test(value) ? value : undefined;
