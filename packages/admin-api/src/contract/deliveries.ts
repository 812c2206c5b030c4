import { z } from "@hono/zod-openapi";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import { BotPath } from "./bots.ts";
import { adminRoute, jsonAnswer } from "./shape/admin-route.ts";
import { ConnectorTrouble } from "./shape/connector-trouble.ts";
import { PageQuery, pageOf } from "./shape/paging.ts";

/** An id from outside, restricted so that any value is safe in a database query. */
export const AnyId = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/** How a delivery can end. */
export const outcomes = [
  "answered",
  "user_not_found",
  "order_not_found",
  "timeout",
  "connection_failed",
  "address_refused",
  "http_status",
  "gone",
  "signature_refused",
  "redirect",
  "too_large",
  "invalid_json",
  "invalid_answer",
  "refused_otherwise",
  "breaker_open",
  "busy",
  "endpoint_stopped",
] as const satisfies readonly Delivery["outcome"][];

export const DeliveryPath = BotPath.extend({
  delivery_id: AnyId.openapi({ param: { name: "delivery_id", in: "path" } }),
});

const Instant = z.iso.datetime({ offset: true });

/** Filters shared by the list, the live tail and the export. */
export const DeliveryFilterQuery = z.object({
  method: z.enum(["orders", "packages", "test", "push_status"]).optional(),
  outcome: z
    .enum(["ok", "no", "failed", ...outcomes])
    .optional()
    .openapi({
      description: "`ok`: answered; `no`: the merchant's no; `failed`: the shop did not its part.",
    }),
  status: z
    .string()
    .regex(/^([1-5]xx|[1-5]\d\d)$/)
    .optional()
    .openapi({ description: "An HTTP status, or a class such as `5xx`.", example: "5xx" }),
  conversation_id: AnyId.optional(),
  from: Instant.optional().openapi({ description: "Started then or later." }),
  to: Instant.optional().openapi({ description: "Started before then." }),
  min_duration_ms: z.coerce.number().int().min(0).max(600_000).optional(),
  replays: z.enum(["only"]).optional(),
});

export const DeliveryRow = z
  .object({
    delivery_id: z.string(),
    conversation_id: z.string(),
    method: z.enum(["test", "orders", "packages", "push_status"]),
    outcome: z.enum(outcomes),
    http_status: z
      .int()
      .nullable()
      .openapi({ description: "Of the last exchange; null: none came." }),
    started_at: z.string(),
    duration_ms: z.int(),
    exchanges: z
      .int()
      .nullable()
      .openapi({ description: "HTTP requests it took; null: stored before it was counted." }),
    secret_fingerprint: z.string().nullable().openapi({
      description: "Of the signing secret in the last X-Hub-Signature.",
    }),
    message_seq: z
      .int()
      .nullable()
      .openapi({ description: "The message whose turn asked; null: an operator did." }),
    replay_of: z.string().nullable(),
    asked_by: z.string().nullable().openapi({
      description:
        "The operator who asked for it in the inbox, by id; `push`: it was asked or told for what the shop pushed.",
    }),
  })
  .openapi("Delivery");

const headers = z.record(z.string(), z.string());

const ExchangeFacts = z
  .object({
    started_at: z.string(),
    duration_ms: z.number(),
    outcome: z.enum(["received", ...outcomes]),
    detail: z.string().nullable(),
    http_status: z.int().nullable(),
    secret_fingerprint: z.string().nullable(),
    request_headers: headers,
    response_headers: headers,
    response_body: z.string().openapi({ description: "At most its first 16 KiB." }),
    timings: z.object({
      lookup_ms: z.number().nullable(),
      connect_ms: z.number().nullable(),
      first_byte_ms: z.number().nullable(),
    }),
  })
  .openapi("Exchange");

export const DeliveryDetail = DeliveryRow.extend({
  masked: z.boolean().openapi({ description: "Personal data is hidden; `reveal` shows it." }),
  endpoint: z.string(),
  detail: z.string().nullable().openapi({ description: "What exactly was wrong." }),
  trouble: ConnectorTrouble.nullable().openapi({
    description: "Why the platform of a connected shop did not answer, and what to do.",
  }),
  request_body: z.string(),
  exchange_log: z.array(ExchangeFacts),
  shared_with: z.string().nullable().openapi({
    description: "The delivery that was sent, whose answer this one shares.",
  }),
  request_id: z.string().nullable().openapi({
    description:
      "The request that led to it (`X-Request-Id`, `trace_id` in the log); null: stored by a version before.",
  }),
  replays: z.array(DeliveryRow),
  curl: z.string().nullable().openapi({
    description: "A script that asks the same, signed anew; only with what is not masked.",
  }),
  kept_until: z.string().openapi({
    description: "Deleted then by itself, or with its conversation unless the customer comes back.",
  }),
}).openapi("DeliveryDetail");

const read = { scope: "deliveries:read" } as const;
const write = { role: "editor", scope: "deliveries:write" } as const;
const ofBot = { tags: ["Deliveries"], request: { params: BotPath, query: DeliveryFilterQuery } };
const ofOne = { tags: ["Deliveries"], request: { params: DeliveryPath } };
/** An answer that is no JSON object: a file, or events. */
export const textAnswer = (type: string, description: string) =>
  ({ description, content: { [type]: { schema: z.string() } } }) as const;

export const deliveryRoutes = {
  listDeliveries: adminRoute(
    { role: "viewer", ...read },
    {
      ...ofBot,
      method: "get",
      path: "/bots/{bot_id}/deliveries",
      "x-meetbot-personal": "masked",
      summary: "What the merchant was asked, newest first",
      request: { params: BotPath, query: DeliveryFilterQuery.extend(PageQuery.shape) },
      responses: { 200: jsonAnswer(pageOf(DeliveryRow), "A page.") },
    },
  ),
  followDeliveries: adminRoute(
    { role: "viewer", ...read },
    {
      ...ofBot,
      method: "get",
      path: "/bots/{bot_id}/deliveries/live",
      "x-meetbot-personal": "masked",
      summary: "Deliveries as they are stored, whichever node stores them",
      description:
        "Server-sent events: `ready` once, when nothing is missed from there on; `delivery` with one delivery each. `from` and `to` do not count.",
      responses: { 200: textAnswer("text/event-stream", "Goes on until it is closed.") },
    },
  ),
  exportDeliveries: adminRoute(
    { role: "editor", ...read, reveal: write },
    {
      ...ofBot,
      method: "get",
      path: "/bots/{bot_id}/deliveries/export",
      "x-meetbot-personal": "revealed",
      summary: "Deliveries as a file, one JSON object a line; recorded in the audit",
      request: {
        params: BotPath,
        query: DeliveryFilterQuery.extend({
          reveal: z.enum(["true", "false"]).default("false").openapi({
            description: "`true`: with personal data.",
          }),
        }),
      },
      responses: { 200: textAnswer("application/x-ndjson", "All that match, newest first.") },
    },
  ),
  readDelivery: adminRoute(
    { role: "viewer", ...read },
    {
      ...ofOne,
      method: "get",
      path: "/bots/{bot_id}/deliveries/{delivery_id}",
      "x-meetbot-personal": "masked",
      summary: "One delivery with all that was recorded, personal data masked",
      responses: { 200: jsonAnswer(DeliveryDetail, "The delivery.") },
    },
  ),
  revealDelivery: adminRoute(write, {
    "x-meetbot-reads": true,
    ...ofOne,
    method: "post",
    path: "/bots/{bot_id}/deliveries/{delivery_id}/reveal",
    "x-meetbot-personal": "revealed",
    summary: "The same with personal data; recorded in the audit",
    responses: { 200: jsonAnswer(DeliveryDetail, "The delivery.") },
  }),
  replayDelivery: adminRoute(write, {
    ...ofOne,
    method: "post",
    path: "/bots/{bot_id}/deliveries/{delivery_id}/replay",
    "x-meetbot-personal": "masked",
    summary: "Asks the merchant the same question again; the customer hears nothing of it",
    description:
      "With the bot's present endpoint and secrets, at once and beside the breaker. What comes of it is a new delivery of the same conversation.",
    responses: { 201: jsonAnswer(DeliveryRow, "The new delivery, whatever came of it.") },
  }),
};
