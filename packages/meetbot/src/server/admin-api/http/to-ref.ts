import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";

/** The conversation that a path names. */
export const toRef = (path: { bot_id: string; conversation_id: string }): ConversationRef => ({
  botId: path.bot_id,
  conversationId: path.conversation_id,
});
