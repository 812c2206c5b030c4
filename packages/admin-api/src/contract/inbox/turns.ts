import { z } from "@hono/zod-openapi";
import { BotPath } from "../bots.ts";
import { ConversationPath } from "../conversations.ts";
import { adminRoute, jsonAnswer, jsonBody } from "../shape/admin-route.ts";
import { Present } from "../shape/person.ts";
import { InboxConversation } from "./inbox.ts";

/** An operator who may answer a bot's customers. */
const Colleague = z
  .object({
    operator_id: z.string(),
    name: z.string(),
    handle: z.string().openapi({ description: "`@` and this in a note calls them." }),
    on: z.boolean().openapi({ description: "They answer customers right now." }),
    has: z.int().openapi({ description: "Conversations that they hold, or that wait for them." }),
    capacity: z.int(),
  })
  .openapi("Colleague");

const read = { role: "viewer", scope: "inbox:read" } as const;
const write = { role: "editor", scope: "inbox:write" } as const;
const tags = ["Inbox"];
const one = "/bots/{bot_id}/conversations/{conversation_id}" as const;
const params = ConversationPath;
const asItIs = jsonAnswer(InboxConversation, "As it is now.");

/** Routes for assigning and snoozing conversations. */
export const inboxTurnRoutes = {
  listColleagues: adminRoute(read, {
    tags,
    method: "get",
    path: "/bots/{bot_id}/inbox/people",
    "x-meetbot-personal": "none",
    summary: "Who may answer a bot's customers: whom to assign to, whom to mention",
    request: { params: BotPath },
    responses: { 200: jsonAnswer(z.object({ data: z.array(Colleague) }), "By name.") },
  }),
  assignConversation: adminRoute(write, {
    tags,
    method: "put",
    path: `${one}/assignment`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Says whose a conversation is to be; who answers it does not change",
    description:
      "Only of those who may answer this bot's customers (409 `may_not_answer`), and only where people have to do with it (409 `not_in_inbox`).",
    request: {
      params,
      body: jsonBody(
        z.object({
          operator_id: z
            .string()
            .min(1)
            .max(200)
            .nullable()
            .openapi({ description: "Null: nobody's." }),
        }),
      ),
    },
    responses: { 200: asItIs },
  }),
  snoozeConversation: adminRoute(write, {
    tags,
    method: "put",
    path: `${one}/snooze`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Puts a conversation off until a moment, or until its customer writes",
    description:
      "It comes back by itself. With `until` it does so at that moment, or sooner where the customer writes and `until_reply` is true; without, only then. Not where nobody has to do with it (409 `not_in_inbox`).",
    request: {
      params,
      body: jsonBody(
        z
          .object({
            until: z.iso.datetime({ offset: true }).optional().openapi({
              description: "Within a year.",
            }),
            until_reply: z.boolean().default(false),
          })
          .refine(({ until, until_reply }) => until !== undefined || until_reply, {
            message: "Say until when: `until`, `until_reply`, or both.",
          }),
      ),
    },
    responses: { 200: asItIs },
  }),
  unsnoozeConversation: adminRoute(write, {
    tags,
    method: "delete",
    path: `${one}/snooze`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Brings a conversation back that was put off",
    request: { params },
    responses: { 200: asItIs },
  }),
  showPresence: adminRoute(write, {
    tags,
    method: "post",
    path: `${one}/presence`,
    "x-meetbot-unattended": true,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Says that the caller looks at a conversation, or writes in it",
    description:
      "To be said every 10 seconds, and every 5 while writing; forgotten 15 seconds after the last time. While somebody writes whose turn it is to answer, the customer sees that somebody does.",
    request: { params, body: jsonBody(z.object({ writing: z.boolean() })) },
    responses: {
      200: jsonAnswer(z.object({ present: z.array(Present) }), "The others who are there."),
    },
  }),
  endPresence: adminRoute(write, {
    tags,
    method: "delete",
    path: `${one}/presence`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Says that the caller looks at a conversation no more",
    request: { params },
    responses: { 204: { description: "Their alerts have ended." } },
  }),
};
