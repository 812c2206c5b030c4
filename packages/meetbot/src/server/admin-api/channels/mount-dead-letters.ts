import type { deadLetterRoutes } from "@meetbot/admin-api/contract/channel-link.ts";
import type { DeadLetter, RetryState } from "@meetbot/model/outbound-message.ts";
import type { PushChannel } from "../../../channels/channel.ts";
import { linkOn } from "../../../operations/channels/connect-link.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { readCursor, toCursor } from "../http/log-cursor.ts";
import type { ChannelAreaDeps } from "./channel-area.ts";

/** The most conversations that one call retries. */
const maxConversations = 500;

/** The channel of the messages, and the explanation when one cannot be retried. */
export interface DeadLetterSide {
  channel: Pick<PushChannel, "name" | "windowHours">;
  routes: ReturnType<typeof deadLetterRoutes>;
  whyNot: Record<Exclude<RetryState, "ready">, string>;
}

/** Mounts the routes that list and retry a channel's undeliverable messages. */
export function mountDeadLetters(
  { mount }: AdminApp,
  { channels, wakeDispatcher, log }: ChannelAreaDeps,
  { channel, routes, whyNot }: DeadLetterSide,
): void {
  mount(routes.list, async (c) => {
    const { limit, cursor } = c.req.valid("query");
    const page = { limit, below: readCursor(cursor) };
    const on = linkOn(channel, c.req.valid("param").bot_id);
    const { rows, next } = await channels.deadLetters.list(on, page);
    return c.json({ data: rows.map(serializeDeadLetter), next_cursor: toCursor(next) }, 200);
  });

  mount(routes.retry, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { conversation_id: conversationId, seq } = c.req.valid("json");
    const letters = channels.deadLetters.as(c.get("caller").actor);
    const outcome = await letters.retry(linkOn(channel, botId), { conversationId, seq });
    if (outcome === "not_found") throw notFound("message that was given up");
    if (outcome !== "queued") throw new ApiError(409, outcome, whyNot[outcome]);
    log.info(
      { bot: botId, conversation: conversationId, message: seq },
      "a failed message was queued again",
    );
    wakeDispatcher({ botId, conversationId });
    return c.body(null, 204);
  });

  mount(routes.retryAll, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const letters = channels.deadLetters.as(c.get("caller").actor);
    const on = linkOn(channel, botId);
    const { conversations, messages, left } = await letters.retryAll(on, maxConversations);
    for (const ref of conversations) wakeDispatcher(ref);
    log.info({ bot: botId, messages }, "failed messages were queued again");
    return c.json({ queued: messages, left }, 200);
  });
}

function serializeDeadLetter({ conversationId, seq, failedAt, failure, retry }: DeadLetter) {
  return {
    conversation_id: conversationId,
    seq,
    failed_at: failedAt.toISOString(),
    failure,
    retry,
  };
}
