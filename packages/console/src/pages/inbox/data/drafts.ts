/** Returns a conversation's unsent text; it is stored for the life of the tab. */
export function readDraft(botId: string, conversationId: string): string {
  try {
    return sessionStorage.getItem(nameOf(botId, conversationId)) ?? "";
  } catch {
    return "";
  }
}

/** Stores a draft; an empty one is removed. */
export function storeDraft(botId: string, conversationId: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(nameOf(botId, conversationId));
    else sessionStorage.setItem(nameOf(botId, conversationId), text);
  } catch {
    // Without browser storage, the draft lasts while the conversation is open.
  }
}

const nameOf = (botId: string, conversationId: string) =>
  `meetbot-draft ${botId} ${conversationId}`;
