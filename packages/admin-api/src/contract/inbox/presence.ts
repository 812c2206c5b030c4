import { z } from "@hono/zod-openapi";
import { capacities } from "@meetbot/model/desk/presence.ts";
import { BotPath } from "../bots.ts";
import { adminRoute, jsonAnswer, jsonBody } from "../shape/admin-route.ts";

const Capacity = z.int().min(capacities.min).max(capacities.max).openapi({
  description: "How many conversations they hold at once at most.",
  example: capacities.usual,
});
const Moment = z.string().openapi({ description: "ISO 8601, UTC" });

/** Whether the caller answers the bot's customers. */
const OwnPresence = z
  .object({
    on: z.boolean(),
    since: Moment.openapi({ description: "Since when they are on, or off." }),
    capacity: Capacity,
  })
  .openapi("OwnPresence");

/** An operator who answers the bot's customers. */
const AgentOnDuty = z
  .object({
    operator_id: z.string(),
    name: z.string(),
    since: Moment,
    capacity: Capacity,
    holds: z.int().openapi({ description: "How many conversations of the bot they hold." }),
  })
  .openapi("AgentOnDuty");

const Duty = z
  .object({
    data: z.array(AgentOnDuty).openapi({ description: "Who came first stands first." }),
    own: OwnPresence.nullable().openapi({
      description: "The caller's; null: they said nothing yet.",
    }),
  })
  .openapi("Duty");

const tags = ["Inbox"];
const path = "/bots/{bot_id}/inbox/presence" as const;
const description =
  "Who is on and does nothing in the inbox for two hours is off by themselves: what they do there in a browser keeps them on; what an open page asks by itself, and what a token asks, does not.";

export const presenceRoutes = {
  listAgentsOnDuty: adminRoute(
    { role: "viewer", scope: "inbox:read" },
    {
      method: "get",
      path,
      "x-meetbot-unattended": true,
      "x-meetbot-personal": "none",
      summary: "Which operators answer the bot's customers right now",
      description,
      tags,
      request: { params: BotPath },
      responses: { 200: jsonAnswer(Duty, "All of them.") },
    },
  ),
  setPresence: adminRoute(
    { role: "editor", scope: "inbox:write" },
    {
      method: "put",
      path,
      "x-meetbot-personal": "none",
      "x-meetbot-repeats": true,
      summary: "Says whether the caller answers the bot's customers",
      description,
      tags,
      request: {
        params: BotPath,
        body: jsonBody(
          z.object({
            on: z.boolean(),
            capacity: Capacity.optional().openapi({
              description: `Left out: as before, at first ${capacities.usual}.`,
            }),
          }),
        ),
      },
      responses: { 200: jsonAnswer(OwnPresence, "As it is now.") },
    },
  ),
};
