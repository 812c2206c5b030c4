import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { ConversationLog } from "../../../store/logs/conversation-log.ts";

/** Returns a function that reads the text of one message, from or to a customer. */
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
