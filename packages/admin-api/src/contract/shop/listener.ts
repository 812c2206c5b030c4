import { z } from "@hono/zod-openapi";
import { BotPath } from "../bots.ts";
import { adminRoute, jsonAnswer, jsonBody } from "../shape/admin-route.ts";

/** How long a request for queries waits for one. A listener that stops asking counts as gone soon after. */
export const takeWaitMs = 5_000;

/** The longest usable body is 256 KiB; one byte more shows that a body is too long. */
const maxBodyLength = 360_000;

/** No shop server sends more headers than this. */
const maxHeaders = 100;

export const Listening = z
  .object({
    listener_id: z.string(),
    endpoint: z.string().openapi({
      description: "For whose host the queries are signed, wherever they are answered.",
    }),
  })
  .openapi("Listening");

const Headers = z.record(
  z
    .string()
    .max(200)
    .regex(/^[\w!#$%&'*+.^`|~-]+$/),
  z.string().max(8_000),
);

/** A signed request as the endpoint would get it. */
export const ListenedQuery = z
  .object({
    query_id: z.string(),
    headers: Headers,
    body: z.string().openapi({ description: "The signed bytes, base64." }),
  })
  .openapi("ListenedQuery");

/** The webhook's answer, or why there is none. */
export const ListenedAnswer = z
  .union([
    z.strictObject({
      status: z.int().min(200).max(599),
      headers: Headers.refine((headers) => Object.keys(headers).length <= maxHeaders, {
        message: `There are more than ${maxHeaders} headers.`,
      }),
      body: z.base64().max(maxBodyLength).openapi({
        description: "The bytes, base64. Of more than 256 KiB nothing is of use.",
      }),
    }),
    z.strictObject({
      failed: z
        .string()
        .regex(/^[A-Z][A-Z0-9_]{1,60}$/)
        .openapi({ description: "A code of Node's or OpenSSL's.", example: "ECONNREFUSED" }),
    }),
  ])
  .openapi("ListenedAnswer");

const ListenerPath = BotPath.extend({
  listener_id: z
    .string()
    .max(64)
    .openapi({ param: { name: "listener_id", in: "path" } }),
});
const QueryPath = ListenerPath.extend({
  query_id: z
    .string()
    .max(64)
    .openapi({ param: { name: "query_id", in: "path" } }),
});

const listen = { role: "owner", scope: "webhook:listen" } as const;
const tags = ["Webhook"];

export const listenerRoutes = {
  startListening: adminRoute(listen, {
    method: "post",
    path: "/bots/{bot_id}/listener",
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Begins to answer the bot's queries instead of its endpoint; recorded in the audit",
    description:
      "Only by an API token for this bot alone. `listener_taken`: somebody listens; `endpoint_works`: the endpoint passed its test, so that customers may depend on it.",
    tags,
    request: {
      params: BotPath,
      body: jsonBody(
        z.object({
          take_over: z.boolean().default(false).openapi({ description: "Ends another listener." }),
          instead_of_working: z.boolean().default(false).openapi({
            description: "Also where the endpoint passed its test.",
          }),
        }),
      ),
    },
    responses: { 201: jsonAnswer(Listening, "It listens.") },
  }),
  takeQueries: adminRoute(listen, {
    "x-meetbot-reads": true,
    method: "post",
    path: "/bots/{bot_id}/listener/{listener_id}/queries",
    "x-meetbot-personal": "revealed",
    summary: "Waits some seconds for queries to answer, and says that the listener is still there",
    description:
      "Ask again at once: 12 seconds after the last request, or when one is hung up, the endpoint is asked again. 404: it listens no more.",
    tags,
    request: { params: ListenerPath },
    responses: {
      200: jsonAnswer(z.object({ data: z.array(ListenedQuery) }), "Those that wait, or none."),
    },
  }),
  answerQuery: adminRoute(listen, {
    method: "post",
    path: "/bots/{bot_id}/listener/{listener_id}/queries/{query_id}/answer",
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Says what the webhook answered to a query, once",
    tags,
    request: { params: QueryPath, body: jsonBody(ListenedAnswer) },
    responses: { 204: { description: "It is the answer." } },
  }),
  stopListening: adminRoute(listen, {
    method: "delete",
    path: "/bots/{bot_id}/listener",
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "The endpoint is asked again; recorded in the audit",
    tags,
    request: {
      params: BotPath,
      query: z.object({
        listener_id: z.string().max(64).optional().openapi({
          description: "Ends only that listener; the current one where absent.",
        }),
      }),
    },
    responses: { 204: { description: "Nobody listens, or another one." } },
  }),
};
