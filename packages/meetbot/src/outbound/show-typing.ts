import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Logger } from "pino";
import type { Outbox } from "../store/outbox/outbox.ts";
import type { SenderFor } from "./sender.ts";

/** What showing the typing indicator needs. */
export interface TypingDeps {
  outbox: Pick<Outbox, "addressOf">;
  senderFor: SenderFor;
  log: Logger;
}

/**
 * Shows the customer on their platform that the bot is typing. Nothing depends on it: a failure does not count against
 * the link or a message, and the call is aborted when the turn ends, because the answer is then on its way.
 */
export async function showTyping(
  { outbox, senderFor, log }: TypingDeps,
  ref: ConversationRef,
  turnEnded: AbortSignal,
): Promise<void> {
  const { botId: bot, conversationId: conversation } = ref;
  try {
    const open = await outbox.addressOf(ref);
    const sender = open && (await senderFor({ botId: bot, channel: open.channel }));
    if (!sender || sender.link.externalId !== open.address.externalId || turnEnded.aborted) return;
    const { channel, link, api } = sender;
    const answer = await channel.showTyping?.(open.address.to, link, { ...api, until: turnEnded });
    if (answer?.ok === false) log.debug({ bot, conversation, ...answer }, "typing was not shown");
  } catch (error) {
    log.debug({ bot, conversation, err: error }, "typing was not shown");
  }
}
