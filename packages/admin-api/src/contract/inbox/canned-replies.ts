import { z } from "@hono/zod-openapi";
import { cannedLimits } from "@meetbot/model/desk/canned-reply.ts";
import { customerLocales } from "@meetbot/presentation";
import { BotPath } from "../bots.ts";
import { adminRoute, jsonAnswer, jsonBody } from "../shape/admin-route.ts";
import { Problem } from "../shape/problem.ts";

const Locale = z.enum(customerLocales);
const Version = z
  .int()
  .min(1)
  .max(2 ** 31 - 1)
  .openapi({ description: "Another one after each change; none comes twice." });

export const CannedReply = z
  .object({
    reply_id: z.string(),
    name: z
      .string()
      .openapi({ description: "One word: it is found by it behind a slash.", example: "hours" }),
    locale: Locale,
    text: z.string(),
    variables: z.array(z.string()).openapi({
      description: "What is filled in when it is used, as `order.number`.",
    }),
    version: Version,
    updated_at: z.string(),
    updated_by: z.string(),
  })
  .openapi("CannedReply");

const CannedReplyText = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(cannedLimits.nameLength)
    .openapi({ description: "One word without spaces.", example: "hours" }),
  locale: Locale,
  text: z.string().trim().min(1).max(cannedLimits.textLength),
});

const ReplyPath = BotPath.extend({
  reply_id: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .openapi({ param: { name: "reply_id", in: "path" } }),
});

const refusals = {
  409: {
    description:
      "`changed_meanwhile`: `reply` says how it stands now. `name_taken`: there is one of this name in this language. `too_many`: the bot has as many as there may be.",
    content: {
      "application/problem+json": {
        schema: Problem.extend({ reply: CannedReply.optional() }).openapi("CannedReplyProblem"),
      },
    },
  },
} as const;

const read = { role: "viewer", scope: "inbox:read" } as const;
/** Agents use canned replies; editors write them. */
const write = { role: "editor", scope: "bots:write" } as const;
const tags = ["Canned replies"];
const all = "/bots/{bot_id}/canned-replies" as const;
const one = `${all}/{reply_id}` as const;

export const cannedReplyRoutes = {
  listCannedReplies: adminRoute(read, {
    tags,
    method: "get",
    path: all,
    "x-meetbot-personal": "none",
    summary: "What people of the shop have ready to say, by name",
    request: { params: BotPath },
    responses: {
      200: jsonAnswer(z.object({ data: z.array(CannedReply) }), "All of them."),
    },
  }),
  createCannedReply: adminRoute(write, {
    tags,
    method: "post",
    path: all,
    "x-meetbot-personal": "none",
    summary: "Writes a canned reply",
    request: { params: BotPath, body: jsonBody(CannedReplyText) },
    responses: { 201: jsonAnswer(CannedReply, "It is there."), ...refusals },
  }),
  changeCannedReply: adminRoute(write, {
    tags,
    method: "put",
    path: one,
    "x-meetbot-personal": "none",
    summary: "Changes a canned reply",
    request: { params: ReplyPath, body: jsonBody(CannedReplyText.extend({ version: Version })) },
    responses: { 200: jsonAnswer(CannedReply, "It is changed."), ...refusals },
  }),
  deleteCannedReply: adminRoute(write, {
    tags,
    method: "delete",
    path: one,
    "x-meetbot-personal": "none",
    summary: "Deletes a canned reply",
    request: { params: ReplyPath, query: z.object({ version: z.coerce.number().int().min(1) }) },
    responses: { 204: { description: "It is gone." }, ...refusals },
  }),
};
