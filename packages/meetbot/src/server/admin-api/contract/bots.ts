import { z } from "@hono/zod-openapi";
import { adminRoute, jsonAnswer } from "./admin-route.ts";

export const BotPath = z.object({
  bot_id: z
    .string()
    .openapi({ param: { name: "bot_id", in: "path" }, example: "bot_1049b7ec054b" }),
});

/** A bot with its settings, by the names that the command line prints. */
export const BotSettings = z
  .object({
    bot_id: z.string(),
    name: z.string(),
    page_id: z.string(),
    endpoint: z.string(),
    demo: z.boolean(),
    role: z
      .enum(["owner", "editor", "viewer"])
      .openapi({ description: "The caller's role on it." }),
  })
  .openapi("Bot");

export const botRoutes = {
  listBots: adminRoute(
    { role: "operator", scope: "bots:read" },
    {
      method: "get",
      path: "/bots",
      summary: "The bots on which the caller has a role",
      tags: ["Bots"],
      responses: { 200: jsonAnswer(z.object({ data: z.array(BotSettings) }), "All of them.") },
    },
  ),
  readBot: adminRoute(
    { role: "viewer", scope: "bots:read" },
    {
      method: "get",
      path: "/bots/{bot_id}",
      summary: "One bot and its settings",
      tags: ["Bots"],
      request: { params: BotPath },
      responses: { 200: jsonAnswer(BotSettings, "The bot.") },
    },
  ),
};
