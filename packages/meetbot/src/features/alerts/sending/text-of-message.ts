import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { ConversationLog } from "../../../store/logs/conversation-log.ts";

/** Reads the words of one message: those that a customer typed, or that were said to one. */
export function textOfMessage(log: Pick<ConversationLog, "messagesAfter">) {
  return async (ref: ConversationRef, seq: number): Promise<string | null> => {
    const [message] = await log.messagesAfter(ref, seq - 1, 1);
    if (message?.seq !== seq || message.redactedAt !== null) return null;
    if (message.from !== "customer")
      return "text" in message.reply ? (message.reply.text ?? null) : null;
    const { content } = message.event;
    return content.kind === "text" ? content.text : null;
  };
}
