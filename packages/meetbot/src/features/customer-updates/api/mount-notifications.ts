import { notificationRoutes } from "@meetbot/admin-api/contract/notifications.ts";
import type { Logger } from "pino";
import type { AdminApp } from "../../../server/admin-api/http/admin-app.ts";
import { ApiError, notFound } from "../../../server/admin-api/http/api-error.ts";
import { findBot } from "../../../server/admin-api/http/find-secret.ts";
import { readCursor, toCursor } from "../../../server/admin-api/http/log-cursor.ts";
import type { Store } from "../../../store/store.ts";
import { explainUntested, testPush } from "../events/test-push.ts";
import {
  serializeFigures,
  serializeLiving,
  serializePush,
  serializePushDetail,
  serializeSubscription,
} from "./serialize-notifications.ts";

export interface NotificationAreaDeps extends Pick<Store, "bots" | "pushes" | "pushLog"> {
  /** Wakes the queue when a notification waits to be sent. */
  wakeNotifications(): void;
  log: Logger;
}

const fullRetryAfterS = 60;

/** Mounts the API of event pushes, their outcomes, and customers' subscriptions. */
export function mountNotifications({ mount }: AdminApp, deps: NotificationAreaDeps): void {
  const { bots, pushes, pushLog, log } = deps;

  mount(notificationRoutes.listPushes, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { limit, cursor, ...filter } = c.req.valid("query");
    const page = { limit, below: readCursor(cursor) };
    const { rows, next } = await pushLog.list(botId, filter, page);
    return c.json({ data: rows.map(serializePush), next_cursor: toCursor(next) }, 200);
  });

  mount(notificationRoutes.readPush, async (c) => {
    const { bot_id: botId, push_id: pushId } = c.req.valid("param");
    const found = await pushLog.find(botId, pushId);
    const read = found && (await pushes.read(botId, pushId));
    if (!read) throw notFound("push");
    return c.json(serializePushDetail(found, read.recipients), 200);
  });

  mount(notificationRoutes.testPush, async (c) => {
    const { id: botId } = await findBot(bots, c.req.valid("param").bot_id);
    const { method, conversation_id: conversationId, order_number } = c.req.valid("json");
    const of =
      conversationId === undefined ? { orderNumber: order_number ?? "" } : { conversationId };
    const asActor = pushLog.as(c.get("caller").actor);
    const test = { method, of };
    const tested = await testPush(botId, test, { pushes, pushLog: asActor, now: Date.now });
    if (tested.outcome !== "accepted") {
      const message = explainUntested(tested.outcome, test);
      if (tested.outcome === "nobody_follows") throw new ApiError(422, tested.outcome, message);
      c.header("Retry-After", String(fullRetryAfterS));
      throw new ApiError(429, "too_many", message);
    }
    deps.wakeNotifications();
    log.info({ bot: botId, push: tested.id }, "a test was pushed");
    return c.json({ push_id: tested.id, recipients: tested.recipients }, 202);
  });

  mount(notificationRoutes.listSubscriptions, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { limit, cursor, state, conversation_id: conversationId } = c.req.valid("query");
    const page = { limit, below: readCursor(cursor) };
    const { rows, next } = await pushLog.subscriptions(botId, { state, conversationId }, page);
    const living = serializeLiving(await pushLog.countLiving(botId));
    const data = rows.map(serializeSubscription);
    return c.json({ data, next_cursor: toCursor(next), ...living }, 200);
  });

  mount(notificationRoutes.endSubscription, async (c) => {
    const { bot_id: botId, subscription_id: id } = c.req.valid("param");
    const isKnown = await pushLog.as(c.get("caller").actor).endSubscription(botId, id);
    if (!isKnown) throw notFound("subscription");
    log.info({ bot: botId, subscription: id }, "a subscription was ended");
    return c.body(null, 204);
  });

  mount(notificationRoutes.readNotificationFigures, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { days } = c.req.valid("query");
    return c.json(serializeFigures(days, await pushLog.figures(botId, days)), 200);
  });
}
