import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";

/** Returns a conversation's cache key. */
export const refKey = ({ botId, conversationId }: ConversationRef) => `${botId}/${conversationId}`;
