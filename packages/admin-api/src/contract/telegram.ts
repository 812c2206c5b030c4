import { z } from "@hono/zod-openapi";
import { BotPath } from "./bots.ts";
import {
  checksOf,
  deadLetterRoutes,
  InWords,
  linkDemands,
  linkFields,
  Moment,
} from "./channel-link.ts";
import { adminRoute, jsonAnswer, jsonBody } from "./shape/admin-route.ts";

const TelegramBot = z
  .object({
    telegram_id: z.string().openapi({ description: "The number before its token's colon." }),
    name: z.string().nullable(),
    username: z.string().openapi({ description: "Without the @." }),
    link: z.string().openapi({
      description: "Where customers find it.",
      example: "https://t.me/a_shop_bot",
    }),
    ...linkFields,
  })
  .openapi("TelegramBot");

const TelegramState = z
  .object({
    webhook_url: z.string().openapi({ description: "Where Telegram sends updates." }),
    bot: TelegramBot.nullable().openapi({ description: "null: none is connected." }),
  })
  .openapi("Telegram");

const checkNames = ["token", "bot", "webhook", "updates", "delivery"] as const;
const Checks = checksOf("TelegramCheck", [...checkNames, "free"]);

const BotWish = z
  .object({
    token: z.string().trim().min(1).max(200).openapi({ description: "As @BotFather gives it." }),
    take_over: z.boolean().default(false).openapi({
      description: "Also where Telegram sends the bot's updates to another program by now.",
    }),
  })
  .openapi("TelegramConnection");

const Connected = z
  .object({
    connected: z.boolean().openapi({ description: "false: nothing was changed or kept." }),
    checks: Checks,
    replaced_host: z.string().nullable().openapi({
      description: "Where updates went before. Whatever runs there gets no more of them.",
    }),
    state: TelegramState,
  })
  .openapi("TelegramConnected");

const Checked = z
  .object({
    checks: Checks,
    pending_updates: z.int().nullable().openapi({
      description: "That wait at Telegram's side; null: it was not asked.",
    }),
    can_join_groups: z.boolean().nullable().openapi({
      description: "Strangers can bring it into groups, which it leaves; null: it was not asked.",
    }),
  })
  .openapi("TelegramChecked");

const Disconnected = z.object({
  telegram_id: z.string(),
  problem: InWords.nullable().openapi({
    description: "Why Telegram did not end the webhook; the secrets are deleted all the same.",
  }),
});

const ProfileLook = z.object({
  locale: z.string(),
  is_default: z.boolean().openapi({
    description: "What everybody sees who uses Telegram in none of the bot's other languages.",
  }),
  description: z.string().openapi({ description: "In a chat in which nothing was said yet." }),
  short_description: z.string().openapi({ description: "On its page, and with links to it." }),
  commands: z.array(z.object({ command: z.string(), description: z.string() })),
});

const Profile = z
  .object({
    bot: z.string().openapi({ description: "Its name at Telegram, else here." }),
    languages: z.array(ProfileLook),
    published_at: Moment.nullable(),
  })
  .openapi("TelegramProfile");

const ProfilePart = z.enum(["commands", "description", "short_description", "menu_button"]);

const { read, write, secretWrite } = linkDemands;
const tags = ["Telegram"];
const params = { params: BotPath };
const one = "/bots/{bot_id}/telegram" as const;
const letters = deadLetterRoutes(one, "Telegram");

export const telegramRoutes = {
  readTelegram: adminRoute(read, {
    method: "get",
    path: one,
    "x-meetbot-personal": "none",
    summary: "The Telegram bot that speaks for the bot, and how it is doing",
    tags,
    request: params,
    responses: { 200: jsonAnswer(TelegramState, "As it is known here: Telegram is not asked.") },
  }),
  connectTelegramBot: adminRoute(secretWrite, {
    method: "put",
    path: `${one}/bot`,
    "x-meetbot-personal": "none",
    summary: "Connects a Telegram bot by its token; the same one anew replaces the token",
    description:
      "Telegram is asked first, and sends the bot's updates here then. Where a check fails, nothing is kept.",
    tags,
    request: { ...params, body: jsonBody(BotWish) },
    responses: { 200: jsonAnswer(Connected, "What was looked at, and whether it is connected.") },
  }),
  disconnectTelegramBot: adminRoute(secretWrite, {
    method: "delete",
    path: `${one}/bot`,
    "x-meetbot-personal": "none",
    summary: "Disconnects the Telegram bot, and deletes its token",
    tags,
    request: params,
    responses: { 200: jsonAnswer(Disconnected, "It is disconnected.") },
  }),
  checkTelegramBot: adminRoute(write, {
    method: "post",
    path: `${one}/check`,
    "x-meetbot-personal": "none",
    summary: "Asks Telegram about the token, the webhook, and updates that wait",
    tags,
    request: {
      ...params,
      body: jsonBody(
        z.object({
          subscribe: z.boolean().default(false).openapi({
            description: "Have the updates sent here again before, wherever they go.",
          }),
        }),
      ),
    },
    responses: { 200: jsonAnswer(Checked, "What Telegram says.") },
  }),
  readTelegramProfile: adminRoute(read, {
    method: "get",
    path: `${one}/profile`,
    "x-meetbot-personal": "none",
    summary: "What Telegram shows of the bot before anything is said",
    tags,
    request: params,
    responses: { 200: jsonAnswer(Profile, "As it would be published now.") },
  }),
  compareTelegramProfile: adminRoute(write, {
    "x-meetbot-reads": true,
    method: "post",
    path: `${one}/profile/compare`,
    "x-meetbot-personal": "none",
    summary: "What of it is another at Telegram",
    tags,
    request: params,
    responses: {
      200: jsonAnswer(z.object({ differs: z.array(ProfilePart) }), "Empty: it is published."),
    },
  }),
  publishTelegramProfile: adminRoute(write, {
    method: "post",
    path: `${one}/profile/publish`,
    "x-meetbot-personal": "none",
    summary: "Shows the bot's commands and descriptions in Telegram",
    tags,
    request: params,
    responses: { 200: jsonAnswer(Profile, "It is shown.") },
  }),
  listTelegramDeadLetters: letters.list,
  retryTelegramDeadLetter: letters.retry,
  retryTelegramDeadLetters: letters.retryAll,
};
