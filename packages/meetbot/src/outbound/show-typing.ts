import type { Logger } from "pino";
import type { Graph } from "../channels/messenger/graph/graph.ts";
import { sendAction } from "../channels/messenger/graph/send.ts";
import type { ConversationRef } from "../model/conversation/conversation-ref.ts";
import type { Outbox } from "../store/outbox/outbox-lease.ts";
import type { Sender } from "./dispatch.ts";

/** What showing it takes. */
export interface TypingParts {
  outbox: Pick<Outbox, "addressOf">;
  senderFor(botId: string): Promise<Sender | null>;
  graph: Graph;
  log: Logger;
}

/**
 * Shows a customer on Messenger that an answer is coming. Nothing depends on it: a failure says
 * nothing about the page or a message, and the call is given up once the turn has ended, since then
 * the answer is on its way.
 */
export async function showTyping(
  { outbox, senderFor, graph, log }: TypingParts,
  ref: ConversationRef,
  turnEnded: AbortSignal,
): Promise<void> {
  const { botId: bot, conversationId: conversation } = ref;
  try {
    const address = await outbox.addressOf(ref);
    const sender = address && (await senderFor(bot));
    if (!sender || sender.page.pageId !== address.page || turnEnded.aborted) return;
    const answer = await sendAction("typing_on", address, sender.page, {
      ...graph,
      until: turnEnded,
    });
    if (!answer.ok) log.debug({ bot, conversation, ...answer }, "typing was not shown");
  } catch (error) {
    log.debug({ bot, conversation, err: error }, "typing was not shown");
  }
}
