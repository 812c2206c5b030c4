import { messenger } from "../../../channels/messenger/messenger.ts";
import type { DeadLetter, RetryState } from "../../../model/outbound-message.ts";
import { linkOn } from "../../../operations/channels/connect-link.ts";
import { messengerRoutes } from "../contract/messenger.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { readCursor, toCursor } from "../http/log-cursor.ts";
import type { MessengerAreaParts } from "./messenger-area.ts";

/** So many conversations are put again by one call. */
const mostConversations = 500;

/** Messages that were given up, and how they are put again. */
export function mountDeadLetters({ mount }: AdminApp, parts: MessengerAreaParts): void {
  const { channels, wakeDispatcher, log } = parts;

  mount(messengerRoutes.listDeadLetters, async (c) => {
    const { limit, cursor } = c.req.valid("query");
    const page = { limit, below: readCursor(cursor) };
    const on = linkOn(messenger, c.req.valid("param").bot_id);
    const { rows, next } = await channels.deadLetters.list(on, page);
    return c.json({ data: rows.map(tellLetter), next_cursor: toCursor(next) }, 200);
  });

  mount(messengerRoutes.retryDeadLetter, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { conversation_id: conversationId, seq } = c.req.valid("json");
    const letters = channels.deadLetters.as(c.get("caller").actor);
    const outcome = await letters.retry(linkOn(messenger, botId), { conversationId, seq });
    if (outcome === "not_found") throw notFound("message that was given up");
    if (outcome !== "queued") throw new ApiError(409, outcome, whyNot[outcome]);
    log.info({ bot: botId, conversation: conversationId, message: seq }, "a message is put again");
    wakeDispatcher({ botId, conversationId });
    return c.body(null, 204);
  });

  mount(messengerRoutes.retryDeadLetters, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const letters = channels.deadLetters.as(c.get("caller").actor);
    const on = linkOn(messenger, botId);
    const { conversations, messages, left } = await letters.retryAll(on, mostConversations);
    for (const ref of conversations) wakeDispatcher(ref);
    log.info({ bot: botId, messages }, "messages are put again");
    return c.json({ queued: messages, left }, 200);
  });
}

function tellLetter({ conversationId, seq, failedAt, failure, retry }: DeadLetter) {
  return {
    conversation_id: conversationId,
    seq,
    failed_at: failedAt.toISOString(),
    failure,
    retry,
  };
}

const whyNot: Record<Exclude<RetryState, "ready">, string> = {
  overwritten: "An operator had this message overwritten: there is nothing left to send.",
  no_page: "No page is connected to this bot. Connect one, and try again.",
  page_stopped: "The page is stopped, and nothing is sent. Connect it anew, and try again.",
  window_closed:
    "The customer wrote last more than 24 hours ago, and Meta takes nothing to them. Try again once they have written.",
  customer_gone:
    "Meta could not reach this customer, and they have not written since. Try again once they have.",
};
