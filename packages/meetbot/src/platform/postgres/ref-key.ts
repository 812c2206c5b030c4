import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";

/** A conversation in one word, for whatever is remembered of it. */
export const refKey = ({ botId, conversationId }: ConversationRef) => `${botId}/${conversationId}`;
