import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../api/api.ts";
import type { OutputOf } from "../../../api/routes.ts";
import { inboxKey } from "./inbox-data.ts";
import { mergeEntries, settledUntil } from "./merge-entries.ts";

type Detail = OutputOf<"GET /bots/{bot_id}/conversations/{conversation_id}">;
export type TranscriptEntry = Detail["entries"][number];

/** How many messages are shown at first, and how many more on each request. */
const atOnce = 80;
/** Interval between checks whether a sent message was delivered. */
const sendingMs = 3000;

/**
 * Returns the last messages of a conversation. Operators who may answer see them unmasked, which the server logs once
 * per 15 minutes; others see them masked. `lastSeq`: the last message according to the desk; when it grows, only the
 * further messages are fetched.
 */
export function useTranscript(props: {
  botId: string;
  conversationId: string;
  lastSeq: number;
  isRevealed: boolean;
}) {
  const { botId, conversationId, lastSeq, isRevealed } = props;
  const queries = useQueryClient();
  const [after, setAfter] = useState(() => Math.max(0, lastSeq - atOnce));
  /** Whether to fetch all entries again, because something before the end changed. */
  const isWhole = useRef(true);
  const queryKey = [...inboxKey(botId), "transcript", conversationId, isRevealed, after];
  const query = useQuery<TranscriptEntry[]>({
    queryKey,
    queryFn: async ({ signal }) => {
      const known = isWhole.current
        ? []
        : (queries.getQueryData<TranscriptEntry[]>(queryKey) ?? []);
      const entries: TranscriptEntry[] = [];
      const path = { bot_id: botId, conversation_id: conversationId };
      for (let cursor: string | null = `${Math.max(after, settledUntil(known))}`; cursor; ) {
        const input = { path, query: { cursor, limit: 500 } };
        const page: Detail = isRevealed
          ? await api("POST /bots/{bot_id}/conversations/{conversation_id}/reveal", input, {
              signal,
            })
          : await api("GET /bots/{bot_id}/conversations/{conversation_id}", input, { signal });
        entries.push(...page.entries);
        cursor = page.next_cursor;
      }
      isWhole.current = false;
      return mergeEntries(known, entries);
    },
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? sendingMs : false),
  });
  const { refetch, data } = query;
  const last = useRef(0);
  last.current = data?.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (last.current > 0 && last.current < lastSeq) void refetch();
  }, [lastSeq, refetch]);
  return {
    query,
    hasEarlier: after > 0,
    showEarlier() {
      isWhole.current = true;
      setAfter(Math.max(0, after - atOnce));
    },
    /** Fetches the new entries. */
    refetch: () => refetch(),
    refetchAll() {
      isWhole.current = true;
      return refetch();
    },
  };
}

const isUnderWay = (entries: TranscriptEntry[] | undefined) =>
  entries?.some((entry) => entry.from !== "customer" && /^(queued|sending)$/.test(entry.sending)) ??
  false;
