import { z } from "@hono/zod-openapi";
import { scopes } from "@meetbot/model/operator.ts";
import { inEachLanguage } from "@meetbot/presentation";
import type { Setting } from "../settings/setting.ts";
import { type SettingName, settingNames, settings } from "../settings/settings.ts";
import { adminRoute, type FieldDemand, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import { ChecklistItem } from "./shape/checklist.ts";
import { PageQuery, pageOf } from "./shape/paging.ts";

export const BotPath = z.object({
  bot_id: z
    .string()
    .openapi({ param: { name: "bot_id", in: "path" }, example: "bot_1049b7ec054b" }),
});

const Moment = z
  .string()
  .openapi({ description: "ISO 8601, UTC", example: "2026-12-01T08:00:00Z" });

/** The bot settings an operator can change, under the names that the command line prints. */
const schemas = ofEach(({ schema }) => schema) as {
  [Name in SettingName]: (typeof settings)[Name]["schema"];
};

/**
 * For an owner who has just re-authenticated: these settings let a person read or delete data that their role keeps
 * from them. A token needs the same scope as to replace the secrets, which is worth as much.
 */
const owners: FieldDemand = { role: "owner", scope: "keys:write", fresh: true };

/** Who may change each setting; `null` when any editor may. */
const settingDemands = ofEach(({ changedBy }) => (changedBy.role === "owner" ? owners : null));

function ofEach<Part>(take: (setting: Setting) => Part): Record<SettingName, Part> {
  const parts = settingNames.map((name) => [name, take(settings[name])]);
  return Object.fromEntries(parts);
}

export const EndpointHealth = z
  .object({
    failing_since: Moment.nullable(),
    stopped_for: z.enum(["gone", "failing"]).nullable(),
    stopped_at: Moment.nullable(),
  })
  .openapi("EndpointHealth");

const Areas = z.array(z.enum(scopes)).openapi({
  description: "What the role can read and write at all; each operation says which role it takes.",
});

/** A bot with its settings. */
export const BotSettings = z
  .object({
    bot_id: z.string(),
    ...schemas,
    demo: z.boolean(),
    default_welcome: z
      .object(inEachLanguage(() => z.string()))
      .openapi({ description: "What it says first where the shop has no sentence of its own." }),
    endpoint_health: EndpointHealth,
    role: z
      .enum(["owner", "editor", "viewer"])
      .openapi({ description: "The caller's role on it." }),
    scopes: Areas,
  })
  .openapi("Bot");

/** A bot without its settings. */
const AgentsBot = BotSettings.pick({
  bot_id: true,
  name: true,
  languages: true,
  time_zone: true,
  keep_conversations_days: true,
  demo: true,
  scopes: true,
})
  .extend({ role: z.literal("agent") })
  .openapi("AgentsBot");

const BotChanges = z.object(schemas).partial().openapi("BotChanges");

export const NewBot = z
  .object({
    ...z.object(schemas).partial().shape,
    name: schemas.name,
    endpoint: schemas.endpoint,
  })
  .openapi("NewBot");

export const CreatedBot = z
  .object({
    bot: BotSettings,
    signing_secret: z.string().openapi({ description: "Shown this once." }),
    identity_secret: z.string().openapi({ description: "Shown this once." }),
    push_secret: z.string().openapi({ description: "Shown this once." }),
  })
  .openapi("CreatedBot");

const AuditEntry = z
  .object({
    id: z.string(),
    at: Moment,
    actor: z.string(),
    action: z.string().openapi({ example: "endpoint_changed" }),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi("AuditEntry");

const Channels = z
  .object({
    chat_url: z.string().openapi({ description: "The chat as a page of its own." }),
    loader_url: z.string().openapi({ description: "The script of the tag for a shop's page." }),
    pages: z
      .array(z.object({ origin: z.string(), allowed: z.boolean(), seen_at: Moment.nullable() }))
      .openapi({ description: "Origins that may chat or did, and when the chat was seen there." }),
    conversation_at: Moment.nullable().openapi({ description: "The last one opened, about." }),
    identity_at: Moment.nullable().openapi({
      description: "When the shop last vouched for a shopper, about.",
    }),
  })
  .openapi("Channels");

const CheckedUrl = z.object({
  url: z.string(),
  allowed: z.boolean(),
  reason: z.string(),
  can_be_opened: z.boolean(),
});

const BotList = z.object({ data: z.array(z.discriminatedUnion("role", [BotSettings, AgentsBot])) });

const ownersSettings = settingNames
  .filter((name) => settingDemands[name] !== null)
  .map((name) => `\`${name}\``);

const read = { role: "viewer", scope: "bots:read" } as const;
const tags = ["Bots"];
const params = { params: BotPath };

export const botRoutes = {
  listBots: adminRoute(
    { role: "operator", scope: "bots:read" },
    {
      method: "get",
      path: "/bots",
      "x-meetbot-personal": "none",
      summary: "The bots on which the caller has a role",
      tags,
      responses: {
        200: jsonAnswer(BotList, "All bots; an agent sees them without settings."),
      },
    },
  ),
  createBot: adminRoute(
    { role: "administrator", scope: "bots:write" },
    {
      method: "post",
      path: "/bots",
      "x-meetbot-personal": "none",
      summary: "Creates a bot; its secrets are shown this once",
      tags,
      request: { body: jsonBody(NewBot) },
      responses: { 201: jsonAnswer(CreatedBot, "The bot, and its three secrets.") },
    },
  ),
  checkNewEndpoint: adminRoute(
    // The answer reveals which names and addresses the internal network has, so the caller must be allowed to set an
    // endpoint.
    { role: "administrator", scope: "bots:write" },
    {
      method: "post",
      path: "/check-url",
      "x-meetbot-personal": "none",
      summary: "Whether this server would call a URL",
      tags,
      request: { body: jsonBody(z.object({ url: z.string().max(2_000) })) },
      responses: { 200: jsonAnswer(CheckedUrl, "The guard's verdict.") },
    },
  ),
  readBot: adminRoute(read, {
    method: "get",
    path: "/bots/{bot_id}",
    "x-meetbot-personal": "none",
    summary: "One bot and its settings",
    tags,
    request: params,
    responses: { 200: jsonAnswer(BotSettings, "The bot.") },
  }),
  changeBot: adminRoute(
    { role: "editor", scope: "bots:write", fields: settingDemands },
    {
      method: "patch",
      path: "/bots/{bot_id}",
      "x-meetbot-personal": "none",
      summary: "Changes the settings that are named",
      description: `${ownersSettings.join(", ")} take an owner who signed in within the last quarter of an hour, or a token of an owner with the scope keys:write too.`,
      tags,
      request: { ...params, body: jsonBody(BotChanges) },
      responses: { 200: jsonAnswer(BotSettings, "The bot as it is now.") },
    },
  ),
  deleteBot: adminRoute(
    { role: "owner", scope: "bots:write", fresh: true },
    {
      method: "delete",
      path: "/bots/{bot_id}",
      "x-meetbot-personal": "none",
      summary: "Deletes a bot with its conversations, deliveries, secrets and audit",
      tags,
      request: params,
      responses: { 204: { description: "It is gone." } },
    },
  ),
  readChecklist: adminRoute(read, {
    method: "get",
    path: "/bots/{bot_id}/checklist",
    "x-meetbot-personal": "none",
    summary: "What is done and what is to do before customers come",
    tags,
    request: params,
    responses: { 200: jsonAnswer(z.object({ data: z.array(ChecklistItem) }), "All points.") },
  }),
  readChannels: adminRoute(read, {
    method: "get",
    path: "/bots/{bot_id}/channels",
    "x-meetbot-personal": "none",
    summary: "Where customers reach the bot, and where it was seen",
    tags,
    request: params,
    responses: { 200: jsonAnswer(Channels, "The web chat.") },
  }),
  listChanges: adminRoute(read, {
    method: "get",
    path: "/bots/{bot_id}/audit",
    "x-meetbot-personal": "none",
    summary: "Who changed what about the bot, newest first",
    tags,
    request: {
      ...params,
      query: PageQuery.extend({ action: z.string().max(40).optional() }),
    },
    responses: { 200: jsonAnswer(pageOf(AuditEntry), "A page of the changes.") },
  }),
};
