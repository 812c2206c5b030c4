/** Names one conversation everywhere. */
export interface ConversationRef {
  botId: string;
  conversationId: string;
}
