import { z } from "@hono/zod-openapi";
import { noteLimits } from "@meetbot/model/desk/note.ts";
import { BotPath } from "../bots.ts";
import { ConversationPath } from "../conversations.ts";
import { adminRoute, jsonAnswer, jsonBody } from "../shape/admin-route.ts";
import { Moment, Person } from "../shape/person.ts";

/** An internal note that colleagues attach to a conversation. */
const Note = z
  .object({
    note_id: z.string(),
    author: Person,
    at: Moment,
    own: z.boolean().openapi({ description: "The caller wrote it, and may delete it." }),
    text: z.string().openapi({ description: "Plain text: markup in it means nothing." }),
    mentions: z.array(Person).openapi({ description: "Whom `@name` in it calls." }),
  })
  .openapi("Note");

const Notes = z
  .object({
    masked: z.boolean().openapi({ description: "Emails and numbers in the texts are hidden." }),
    data: z.array(Note),
  })
  .openapi("Notes");

const Mentions = z
  .object({
    data: z.array(
      z.object({
        conversation_id: z.string(),
        note_id: z.string(),
        by: Person,
        at: Moment,
      }),
    ),
  })
  .openapi("Mentions");

const read = { role: "viewer", scope: "inbox:read" } as const;
const write = { role: "editor", scope: "inbox:write" } as const;
const tags = ["Inbox"];
const path = "/bots/{bot_id}/conversations/{conversation_id}/notes" as const;
const params = ConversationPath;

export const inboxNoteRoutes = {
  listNotes: adminRoute(read, {
    tags,
    method: "get",
    path,
    "x-meetbot-personal": "masked",
    summary: "Private notes beside a conversation, emails and numbers in them masked",
    description: "The first comes first. No customer ever sees them.",
    request: { params },
    responses: { 200: jsonAnswer(Notes, "All of them.") },
  }),
  revealNotes: adminRoute(write, {
    "x-meetbot-reads": true,
    tags,
    method: "post",
    path: `${path}/reveal`,
    "x-meetbot-personal": "revealed",
    summary: "The same as they were written; recorded in the audit",
    request: { params },
    responses: { 200: jsonAnswer(Notes, "All of them.") },
  }),
  writeNote: adminRoute(write, {
    tags,
    method: "post",
    path,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Writes a private note",
    description:
      "`@name` calls a colleague who may answer this bot's customers: `handle` in the list of people, or their first name. The same `Idempotency-Key` writes nothing twice.",
    request: {
      params,
      body: jsonBody(z.object({ text: z.string().trim().min(1).max(noteLimits.longest) })),
    },
    responses: { 201: jsonAnswer(Note.omit({ text: true }), "It is written.") },
  }),
  deleteNote: adminRoute(write, {
    tags,
    method: "delete",
    path: `${path}/{note_id}`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Deletes a note of one's own",
    request: {
      params: ConversationPath.extend({
        note_id: z.uuid().openapi({ param: { name: "note_id", in: "path" } }),
      }),
    },
    responses: { 204: { description: "It is gone." } },
  }),
  listMentions: adminRoute(read, {
    tags,
    method: "get",
    path: "/bots/{bot_id}/inbox/mentions",
    "x-meetbot-unattended": true,
    "x-meetbot-personal": "none",
    summary: "Notes that call the caller, who has not opened their conversations since",
    request: { params: BotPath },
    responses: { 200: jsonAnswer(Mentions, "The last comes first; a hundred at most.") },
  }),
  endMentions: adminRoute(write, {
    tags,
    method: "delete",
    path: "/bots/{bot_id}/conversations/{conversation_id}/mentions",
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Says that the caller has opened a conversation whose notes called them",
    request: { params },
    responses: { 204: { description: "None of its notes calls them any more." } },
  }),
};
