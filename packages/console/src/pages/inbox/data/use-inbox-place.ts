import { useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { onlySet } from "../../../parts/list/read-search.ts";
import type { InboxSearch } from "./inbox-search.ts";

const from = "/shell/bots/$botId/inbox";

/**
 * Returns the operator's place in the inbox. The URL holds the list, its label and the open conversation. The search
 * text may be a customer's email, so only the tab's history stores it, never a URL.
 */
export function useInboxPlace() {
  const { botId } = useParams({ from });
  const { conversation, ...listed } = useSearch({ from });
  const { searched } = useLocation().state as { searched?: unknown };
  const navigate = useNavigate();
  return {
    ...{ botId, conversation, listed },
    searched: typeof searched === "string" ? searched : "",
    /** Shows another list, label or conversation; omitted parts stay unchanged. */
    go: (to: { [Name in keyof InboxSearch]: InboxSearch[Name] | undefined }, isStep = false) =>
      void navigate({
        to: "/bots/$botId/inbox",
        params: { botId },
        search: onlySet<InboxSearch>({ ...listed, conversation, ...to }),
        state: true,
        replace: !isStep,
        resetScroll: false,
      }),
    searchFor: (text: string) =>
      void navigate({
        to: "/bots/$botId/inbox",
        params: { botId },
        search: onlySet<InboxSearch>({ ...listed, conversation }),
        state: (before) => ({ ...before, searched: text === "" ? undefined : text }),
        replace: true,
        resetScroll: false,
      }),
  };
}
