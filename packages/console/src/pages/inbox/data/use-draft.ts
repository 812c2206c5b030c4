import { useState } from "react";
import { readDraft, storeDraft } from "./drafts.ts";

/** Stores the typed text separately for each conversation. */
export function useDraft(botId: string, conversationId: string) {
  const [text, setText] = useState(() => readDraft(botId, conversationId));
  const change = (to: (now: string) => string) =>
    setText((now) => {
      const next = to(now);
      storeDraft(botId, conversationId, next);
      return next;
    });
  return [text, change] as const;
}
