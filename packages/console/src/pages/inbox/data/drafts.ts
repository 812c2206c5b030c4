/** What was typed and not sent, by conversation; kept for as long as the tab lives. */
export function readDraft(botId: string, conversationId: string): string {
  try {
    return sessionStorage.getItem(nameOf(botId, conversationId)) ?? "";
  } catch {
    return "";
  }
}

/** Keeps it; an empty one is forgotten. */
export function storeDraft(botId: string, conversationId: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(nameOf(botId, conversationId));
    else sessionStorage.setItem(nameOf(botId, conversationId), text);
  } catch {
    // A browser without storage keeps it as long as the conversation is open.
  }
}

const nameOf = (botId: string, conversationId: string) =>
  `meetbot-draft ${botId} ${conversationId}`;
