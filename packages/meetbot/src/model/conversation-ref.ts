/** Names one conversation everywhere. */
export interface ConversationRef {
  botId: string;
  conversationId: string;
}

/** The same in one word, for whatever is remembered by conversation. */
export const refKey = ({ botId, conversationId }: ConversationRef) => `${botId}/${conversationId}`;
