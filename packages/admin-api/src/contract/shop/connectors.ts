import { z } from "@hono/zod-openapi";
import { checkNotes } from "@meetbot/model/connector/connector-words.ts";
import { BotPath, CreatedBot, NewBot } from "../bots.ts";
import { adminRoute, jsonAnswer, jsonBody } from "../shape/admin-route.ts";
import { ConnectorTrouble } from "../shape/connector-trouble.ts";
import { Problem } from "../shape/problem.ts";

const Moment = z
  .string()
  .openapi({ description: "ISO 8601, UTC", example: "2026-12-01T08:00:00Z" });

export const ConnectorNote = z
  .object({ note: z.enum(checkNotes), words: z.object({ en: z.string(), zh: z.string() }) })
  .openapi("ConnectorNote");

const Connector = z
  .object({
    name: z.string().openapi({ example: "vendure" }),
    title: z.string().openapi({ example: "Vendure" }),
    fields: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(["url", "text", "secret", "choice"]),
        required: z.boolean(),
        choices: z.array(z.string()).openapi({
          description: "What a `choice` may be; the first one counts where it is left out.",
        }),
      }),
    ),
  })
  .openapi("Connector");

const Config = z
  .record(z.string().max(64), z.string().max(4_000))
  .refine((config) => Object.keys(config).length <= 30, "It has more than 30 fields.")
  .openapi({ description: "What stands in which field, as the connector's `fields` name them." });

const Checked = z
  .object({
    ok: z.boolean(),
    shop: z.string().nullable().openapi({ description: "As the shop calls itself." }),
    notes: z.array(ConnectorNote),
    has_sample: z.boolean().openapi({
      description: "It has an order to try with; `POST …/connector/sample` tells it.",
    }),
    trouble: ConnectorTrouble.nullable(),
  })
  .openapi("CheckedConnector");

export const Connection = z
  .object({
    connector: z.string(),
    shop: z.string(),
    connected_at: Moment,
    shown: z.record(
      z.string(),
      z.object({
        value: z.string().nullable().openapi({ description: "null: it is a secret." }),
        fingerprint: z.string().nullable().openapi({
          description: "Of a secret, which is told by nothing else.",
        }),
      }),
    ),
    notes: z.array(ConnectorNote),
    trouble: ConnectorTrouble.nullable().openapi({ description: "null: the platform answers." }),
    noted_at: Moment.openapi({
      description:
        "When that was noted: by a check of an operator's, or because it changed. What goes on as before is not noted.",
    }),
    hook_url: z.string().nullable().openapi({
      description:
        "The URL for the platform's own webhook, so that customers get updates; null: Meetbot reads no webhook of this platform. Its signature is what counts.",
    }),
  })
  .openapi("ShopConnection");

const Connected = z
  .object({ connection: Connection.nullable() })
  .openapi("ConnectionOfBot", { description: "null: the bot's endpoint is a webhook." });

const Wish = z.object({ connector: z.string().max(64), config: Config }).openapi("NewConnection");

const refused = {
  422: {
    description:
      "`bad_config`: `errors` says which field, and what to do. `connector_…`: the shop could not be asked with it; `trouble` says why. Nothing is changed.",
    content: {
      "application/problem+json": {
        schema: Problem.extend({ trouble: ConnectorTrouble.optional() }).openapi(
          "ConnectorRefused",
        ),
      },
    },
  },
} as const;

const ConnectorPath = z.object({
  connector: z
    .string()
    .max(64)
    .openapi({ param: { name: "connector", in: "path" } }),
});

/** Only an owner who has just re-authenticated may set credentials. */
const owner = { role: "owner", scope: "keys:write", fresh: true } as const;
const tags = ["Connectors"];
const params = { params: BotPath };
const path = "/bots/{bot_id}/connector" as const;

export const connectorRoutes = {
  listConnectors: adminRoute(
    { role: "operator", scope: "bots:read" },
    {
      tags,
      method: "get",
      path: "/connectors",
      "x-meetbot-personal": "none",
      summary: "The platforms that Meetbot can ask itself, and what of them is asked of an owner",
      responses: { 200: jsonAnswer(z.object({ data: z.array(Connector) }), "All of them.") },
    },
  ),
  checkConnector: adminRoute(
    { role: "administrator", scope: "bots:write" },
    {
      tags,
      method: "post",
      path: "/connectors/{connector}/check",
      "x-meetbot-personal": "none",
      "x-meetbot-reads": true,
      summary: "Asks a shop with a configuration, before there is a bot; nothing of it is kept",
      request: { params: ConnectorPath, body: jsonBody(z.object({ config: Config })) },
      responses: { 200: jsonAnswer(Checked, "What came of it."), ...refused },
    },
  ),
  createConnectedBot: adminRoute(
    { role: "administrator", scope: "bots:write" },
    {
      tags,
      method: "post",
      path: "/connectors/{connector}/bots",
      "x-meetbot-personal": "none",
      summary: "Creates a bot whose shop is connected, if the shop can be asked so",
      request: {
        params: ConnectorPath,
        body: jsonBody(
          NewBot.pick({ name: true, locale: true, time_zone: true })
            .extend({ config: Config })
            .openapi("NewConnectedBot"),
        ),
      },
      responses: { 201: jsonAnswer(CreatedBot, "The bot, and its three secrets."), ...refused },
    },
  ),
  readConnection: adminRoute(
    { role: "viewer", scope: "bots:read" },
    {
      tags,
      method: "get",
      path,
      "x-meetbot-personal": "none",
      summary: "How a bot's shop is connected, and what is in the way; never a credential",
      request: params,
      responses: { 200: jsonAnswer(Connected, "The connection.") },
    },
  ),
  checkConnection: adminRoute(owner, {
    tags,
    method: "post",
    path: `${path}/check`,
    "x-meetbot-personal": "none",
    "x-meetbot-reads": true,
    summary: "Asks the shop with another configuration, which is not kept",
    description:
      "Fields that are left out are those that are kept, secrets if the address is the same.",
    request: { ...params, body: jsonBody(Wish) },
    responses: { 200: jsonAnswer(Checked, "What came of it."), ...refused },
  }),
  connectShop: adminRoute(owner, {
    tags,
    method: "put",
    path,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Connects the bot's shop, or replaces its credentials, if the shop can be asked so",
    description:
      "Fields that are left out stay as they are, secrets if the whole address is the same. An empty text takes an optional one away. Setting the bot's `endpoint` to a URL ends the connection and deletes its credentials.",
    request: { ...params, body: jsonBody(Wish) },
    responses: { 200: jsonAnswer(Connected, "As it is now."), ...refused },
  }),
  recheckConnection: adminRoute(
    { role: "editor", scope: "webhook:write" },
    {
      tags,
      method: "post",
      path: `${path}/recheck`,
      "x-meetbot-personal": "none",
      "x-meetbot-repeats": true,
      summary: "Asks the shop anew with what is kept",
      request: params,
      responses: { 200: jsonAnswer(Connected, "As it is now.") },
    },
  ),
  revealSample: adminRoute(
    { role: "editor", scope: "webhook:write" },
    {
      tags,
      method: "post",
      path: `${path}/sample`,
      "x-meetbot-personal": "revealed",
      summary: "One of the shop's newest orders, to run all rules and to try a query with",
      request: params,
      responses: {
        200: jsonAnswer(
          z.object({ account: z.string().nullable(), order_number: z.string().nullable() }),
          "null: the shop has none, or does not tell it.",
        ),
      },
    },
  ),
};
