import { z } from "@hono/zod-openapi";
import { labelColors, labelLimits } from "@meetbot/model/desk/label.ts";
import { BotPath } from "../bots.ts";
import { ConversationPath } from "../conversations.ts";
import { adminRoute, jsonAnswer, jsonBody } from "../shape/admin-route.ts";

const Name = z.string().trim().min(1).max(labelLimits.maxNameLength);
const Color = z.enum(labelColors);

const Label = z
  .object({ label_id: z.string(), name: z.string(), color: Color })
  .openapi("InboxLabel");

const LabelId = z.uuid().openapi({ param: { name: "label_id", in: "path" } });

const read = { role: "viewer", scope: "inbox:read" } as const;
const write = { role: "editor", scope: "inbox:write" } as const;
const tags = ["Inbox"];
const path = "/bots/{bot_id}/inbox/labels" as const;
const onOne = "/bots/{bot_id}/conversations/{conversation_id}/labels/{label_id}" as const;
const LabelPath = BotPath.extend({ label_id: LabelId });
const LabelOnPath = ConversationPath.extend({ label_id: LabelId });

export const inboxLabelRoutes = {
  listLabels: adminRoute(read, {
    tags,
    method: "get",
    path,
    "x-meetbot-personal": "none",
    summary: "The labels of a bot's inbox, by name",
    request: { params: BotPath },
    responses: { 200: jsonAnswer(z.object({ data: z.array(Label) }), "All of them.") },
  }),
  createLabel: adminRoute(write, {
    tags,
    method: "post",
    path,
    "x-meetbot-personal": "none",
    summary: "Makes a label",
    description: `A bot has ${labelLimits.max} at most (409 \`too_many_labels\`), and no two with the same name (409 \`label_exists\`).`,
    request: { params: BotPath, body: jsonBody(z.object({ name: Name, color: Color })) },
    responses: { 201: jsonAnswer(Label, "It is there.") },
  }),
  changeLabel: adminRoute(write, {
    tags,
    method: "patch",
    path: `${path}/{label_id}`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Renames or recolors a label, wherever it is put on",
    request: {
      params: LabelPath,
      body: jsonBody(z.object({ name: Name.optional(), color: Color.optional() })),
    },
    responses: { 200: jsonAnswer(Label, "As it is now.") },
  }),
  deleteLabel: adminRoute(write, {
    tags,
    method: "delete",
    path: `${path}/{label_id}`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Deletes a label; it is taken off all conversations",
    request: { params: LabelPath },
    responses: { 204: { description: "It is gone." } },
  }),
  putOnLabel: adminRoute(write, {
    tags,
    method: "put",
    path: onOne,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Puts a label on a conversation",
    request: { params: LabelOnPath },
    responses: { 204: { description: "It is on it." } },
  }),
  takeOffLabel: adminRoute(write, {
    tags,
    method: "delete",
    path: onOne,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Takes a label off a conversation",
    request: { params: LabelOnPath },
    responses: { 204: { description: "It is off it." } },
  }),
};
