import { z } from "@hono/zod-openapi";
import {
  type NotificationReason,
  type NotificationState,
  type NotificationWay,
  type PushMethod,
  pushTimes,
} from "@meetbot/model/push/notification.ts";
import type {
  SubscriptionEnd,
  SubscriptionScope,
  SubscriptionSource,
} from "@meetbot/model/push/subscription.ts";
import { BotPath } from "./bots.ts";
import { AnyId } from "./deliveries.ts";
import { adminRoute, jsonAnswer, jsonBody, tooMany } from "./shape/admin-route.ts";
import { PageQuery, pageOf } from "./shape/paging.ts";
import { Problem } from "./shape/problem.ts";

const method = z.enum([
  "order.placed",
  "order.changed",
  "package.changed",
] as const satisfies readonly PushMethod[]);

const state = z.enum([
  "accepted",
  "held",
  "queued",
  "sent",
  "delivered",
  "read",
  "skipped",
  "failed",
  "expired",
] as const satisfies readonly NotificationState[]);

const because = z.enum([
  "no_subscription",
  "unsubscribed",
  "stale",
  "repeated",
  "silent",
  "not_shown",
  "quiet_hours",
  "away",
  "window_closed",
  "no_template",
  "channel_stopped",
  "unavailable",
  "gone",
  "rate",
  "expired",
] as const satisfies readonly NotificationReason[]);

const way = z.enum([
  "chat",
  "template",
  "web_push",
  "email",
] as const satisfies readonly NotificationWay[]);

const scope = z.enum([
  "order",
  "package",
  "account",
] as const satisfies readonly SubscriptionScope[]);

const source = z.enum([
  "choice",
  "signed_in",
  "linked",
  "shop",
] as const satisfies readonly SubscriptionSource[]);

const endedBy = z.enum([
  "stop_word",
  "choice",
  "delivered",
  "operator",
  "forgotten",
  "bounced",
  "gone",
] as const satisfies readonly SubscriptionEnd[]);

const at = z.string();
const count = z.int().min(0);

export const PushRow = z
  .object({
    push_id: z.string().openapi({ description: "As the shop gave it; of a test `test.…`." }),
    method,
    is_test: z.boolean().openapi({ description: "An operator made it, and not the shop." }),
    occurred_at: at,
    accepted_at: at,
    recipients: count.openapi({ description: "Conversations that wanted to be told." }),
    status: z.string().nullable().openapi({
      description: "As what it was told, or would have been; null while it is not known.",
    }),
    states: z
      .array(z.object({ state, recipients: count }))
      .openapi({ description: "Where it is for how many of them by now." }),
  })
  .openapi("Push");

const PushRecipient = z
  .object({
    conversation_id: z.string(),
    channel: z.string(),
    way: way.nullable().openapi({ description: "By which it goes or went; null: by none yet." }),
    state,
    because: because.nullable().openapi({ description: "Why, where that is not plain." }),
    status: z.string().nullable().openapi({
      description: "What it is told, in Meetbot's words; null: that was not judged yet.",
    }),
    at: at.openapi({ description: "When it came to be there." }),
  })
  .openapi("PushRecipient");

export const PushDetail = PushRow.extend({
  expires_at: at.nullable().openapi({ description: "As the shop said; null: it did not." }),
  told: z.array(PushRecipient).openapi({
    description: "One for each conversation that is still kept, at most 500.",
  }),
  kept_until: at,
}).openapi("PushDetail");

/** The subject of a test push: an order, or whatever a conversation follows. */
const NewTestPush = z
  .object({
    method: z.enum(["order.changed", "package.changed"]),
    conversation_id: AnyId.optional().openapi({
      description: "It is told alone, of what it followed last.",
    }),
    order_number: z.string().min(1).max(200).optional().openapi({
      description: "All that follow this order are told.",
    }),
  })
  .refine((body) => (body.conversation_id === undefined) !== (body.order_number === undefined), {
    message: "Give either `conversation_id` or `order_number`.",
  })
  .openapi("NewTestPush");

const AcceptedTest = z
  .object({ push_id: z.string(), recipients: count })
  .openapi("AcceptedTestPush");

export const SubscriptionRow = z
  .object({
    subscription_id: z.string(),
    conversation_id: z.string(),
    channel: z.string(),
    scope,
    subject: z.string().openapi({
      description: "The order's or package's number, or the account, masked: `····X902`.",
    }),
    source: source.openapi({ description: "How they came to be told." }),
    wording: z.int().openapi({ description: "The version of the text that they agreed to." }),
    locale: z.string(),
    created_at: at,
    ends_at: at.nullable().openapi({ description: "It ends by itself then; null: it does not." }),
    ended_at: at.nullable().openapi({ description: "Null: it is living." }),
    ended_by: endedBy.nullable(),
  })
  .openapi("Subscription");

export const Subscriptions = pageOf(SubscriptionRow)
  .extend({
    living: count,
    living_by: z.object({
      scope: z.array(z.object({ scope, subscriptions: count })),
      source: z.array(z.object({ source, subscriptions: count })),
      channel: z.array(z.object({ channel: z.string(), subscriptions: count })),
    }),
  })
  .openapi("Subscriptions");

export const NotificationFigures = z
  .object({
    days: z.int(),
    pushes: count.openapi({ description: "That the shop sent and were accepted; no tests." }),
    unheard: count.openapi({ description: "Of them: nobody wanted to be told." }),
    told: count.openapi({ description: "Notifications that went out; of tests none is counted." }),
    told_by: z.array(z.object({ way, told: count })),
    waiting: count.openapi({ description: "Accepted, held or under way." }),
    skipped: count,
    skipped_by: z.array(z.object({ because, skipped: count })),
    failed: count,
    expired: count,
    began: count.openapi({ description: "Subscriptions that began, as far as they are kept." }),
    stopped: count,
    stopped_by: z.array(z.object({ ended_by: endedBy, stopped: count })),
  })
  .openapi("NotificationFigures");

const PushPath = BotPath.extend({
  push_id: AnyId.openapi({ param: { name: "push_id", in: "path" } }),
});
const SubscriptionPath = BotPath.extend({
  subscription_id: AnyId.openapi({ param: { name: "subscription_id", in: "path" } }),
});

const tags = ["Notifications"];

export const notificationRoutes = {
  listPushes: adminRoute(
    { role: "viewer", scope: "deliveries:read" },
    {
      tags,
      method: "get",
      path: "/bots/{bot_id}/pushes",
      "x-meetbot-personal": "none",
      summary: "What the shop pushed, newest first, and what became of it",
      request: {
        params: BotPath,
        query: PageQuery.extend({
          method: method.optional(),
          state: state.optional().openapi({ description: "For one conversation or more." }),
          tests: z.enum(["only", "none"]).optional(),
        }),
      },
      responses: { 200: jsonAnswer(pageOf(PushRow), "A page.") },
    },
  ),
  readPush: adminRoute(
    { role: "viewer", scope: "deliveries:read" },
    {
      tags,
      method: "get",
      path: "/bots/{bot_id}/pushes/{push_id}",
      "x-meetbot-personal": "none",
      summary: "One push, and where it is for each conversation",
      request: { params: PushPath },
      responses: { 200: jsonAnswer(PushDetail, "No number and no account is in it.") },
    },
  ),
  testPush: adminRoute(
    { role: "editor", scope: "deliveries:write" },
    {
      tags,
      method: "post",
      path: "/bots/{bot_id}/pushes/test",
      "x-meetbot-personal": "none",
      summary: "Pushes once as the shop would; recorded in the audit",
      description:
        "It says what the shop says at this moment, and goes the way of every push: who knows that already is not told again, and the log says `repeated`.",
      request: { params: BotPath, body: jsonBody(NewTestPush) },
      responses: {
        202: jsonAnswer(AcceptedTest, "It was accepted; the log says what becomes of it."),
        422: {
          description: "`nobody_follows`: no conversation would be told.",
          content: { "application/problem+json": { schema: Problem } },
        },
        429: tooMany("notifications wait"),
      },
    },
  ),
  listSubscriptions: adminRoute(
    { role: "viewer", scope: "conversations:read" },
    {
      tags,
      method: "get",
      path: "/bots/{bot_id}/subscriptions",
      "x-meetbot-personal": "masked",
      summary: "Customers' subscriptions, newest first, with numbers and accounts masked",
      request: {
        params: BotPath,
        query: PageQuery.extend({
          state: z.enum(["living", "ended"]).optional(),
          conversation_id: AnyId.optional(),
        }),
      },
      responses: { 200: jsonAnswer(Subscriptions, "A page; the counts are of the whole bot.") },
    },
  ),
  endSubscription: adminRoute(
    { role: "editor", scope: "conversations:write" },
    {
      tags,
      method: "delete",
      path: "/bots/{bot_id}/subscriptions/{subscription_id}",
      "x-meetbot-personal": "none",
      "x-meetbot-repeats": true,
      summary: "Ends it at once, with what waits to be told; recorded in the audit",
      request: { params: SubscriptionPath },
      responses: { 204: { description: "It has ended, now or before." } },
    },
  ),
  readNotificationFigures: adminRoute(
    { role: "viewer", scope: "overview:read" },
    {
      tags,
      method: "get",
      path: "/bots/{bot_id}/notifications/figures",
      "x-meetbot-personal": "none",
      summary: "How many were told, skipped and stopped within the last days",
      request: {
        params: BotPath,
        query: z.object({
          days: z.coerce.number().int().min(1).max(pushTimes.keptDays).default(7),
        }),
      },
      responses: { 200: jsonAnswer(NotificationFigures, "Until now.") },
    },
  ),
};
