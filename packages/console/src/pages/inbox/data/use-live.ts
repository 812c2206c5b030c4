import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { followInbox, type InboxHint } from "./follow-inbox.ts";
import { deskKey, inboxKey, labelsKey, notesKey } from "./inbox-data.ts";

/** Changes within this time are fetched together. */
const atOnceMs = 400;

/** Fetches what the server reports as changed, while the operator is signed in on a page of the bot. */
export function useLive(botId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const end = new AbortController();
    const gathered = gather((hints) => renew(queries, botId, hints));
    void followInbox(botId, gathered.add, end.signal);
    return () => {
      end.abort();
      gathered.end();
    };
  }, [botId, queries]);
}

function renew(queries: QueryClient, botId: string, hints: readonly InboxHint[]): void {
  const keys = new Map<string, readonly string[]>();
  for (const hint of hints) {
    for (const key of keysOf(botId, hint)) keys.set(key.join(" "), key);
  }
  for (const queryKey of keys.values()) void queries.invalidateQueries({ queryKey });
}

/** Returns the query keys that a hint affects. */
function keysOf(botId: string, hint: InboxHint): (readonly string[])[] {
  const all = inboxKey(botId);
  const lists = [
    [...all, "list"],
    [...all, "watch"],
  ];
  switch (hint.kind) {
    case "labels":
      return [labelsKey(botId)];
    case "counts":
      return lists;
    case "change":
      return [...lists, deskKey(botId, hint.conversationId), notesKey(botId, hint.conversationId)];
    case "begun":
      return [...lists, [...all, "desk"], [...all, "notes"], labelsKey(botId)];
  }
}

/** Passes on hints: the first at once, and those that follow shortly after in one batch. */
function gather(hand: (hints: InboxHint[]) => void) {
  let waiting: InboxHint[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = () => {
    const hints = waiting;
    waiting = [];
    timer = hints.length > 0 ? setTimeout(flush, atOnceMs) : null;
    if (hints.length > 0) hand(hints);
  };
  return {
    add(hint: InboxHint) {
      waiting.push(hint);
      if (timer === null) flush();
    },
    end: () => timer !== null && clearTimeout(timer),
  };
}
