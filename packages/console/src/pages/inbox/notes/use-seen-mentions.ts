import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../../api/api.ts";
import { useWatch, watchKey } from "../alerts/use-watch.ts";

const route = "/bots/{bot_id}/conversations/{conversation_id}/mentions" as const;

/** Marks the notes that mention the viewer as seen when they open the conversation. */
export function useSeenMentions(botId: string, conversationId: string): void {
  const queries = useQueryClient();
  const { data } = useWatch(botId);
  const isCalled = data?.mentions.some((one) => one.conversation_id === conversationId) ?? false;
  useEffect(() => {
    if (!isCalled) return;
    const see = () => {
      if (document.hidden || !document.hasFocus()) return;
      api(`DELETE ${route}`, { path: { bot_id: botId, conversation_id: conversationId } }).then(
        () => queries.invalidateQueries({ queryKey: watchKey(botId) }),
        // On failure the mention stays marked; the next visit tries again.
        () => {},
      );
    };
    see();
    document.addEventListener("visibilitychange", see);
    window.addEventListener("focus", see);
    return () => {
      document.removeEventListener("visibilitychange", see);
      window.removeEventListener("focus", see);
    };
  }, [botId, conversationId, isCalled, queries]);
}
