import { z } from "@hono/zod-openapi";
import { deskMoveKinds } from "@meetbot/model/desk/desk-move.ts";
import { callReasons } from "@meetbot/model/desk/holder.ts";
import { inboxViews } from "@meetbot/model/desk/inbox.ts";
import { customerLocales } from "@meetbot/presentation";
import { BotPath } from "../bots.ts";
import { ConversationPath } from "../conversations.ts";
import { adminRoute, jsonAnswer, jsonBody } from "../shape/admin-route.ts";
import { PageQuery, pageOf } from "../shape/paging.ts";
import { Moment, Person, Present } from "../shape/person.ts";
import { Problem } from "../shape/problem.ts";

/** The maximum length of a message that an agent writes; every channel takes it in one message or two. */
export const maxMessageLength = 2000;

const version = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

export const InboxConversation = z
  .object({
    conversation_id: z.string(),
    channel: z.string(),
    locale: z.enum(customerLocales).nullable(),
    holder: z.enum(["bot", "waiting", "person"]).openapi({
      description:
        "Who answers: the bot, the bot until a person comes who was called, or a person.",
    }),
    version: version.openapi({ description: "Grows each time that somebody else answers." }),
    held_by: Person.nullable(),
    held_since: Moment.nullable(),
    status: z.enum(["open", "closed"]),
    reason: z.enum(callReasons).openapi({ description: "Why a person is wanted." }),
    waiting_since: Moment.nullable(),
    owed_since: Moment.nullable().openapi({ description: "Since when the shop owes an answer." }),
    closed_at: Moment.nullable(),
    assigned_to: Person.nullable(),
    snoozed_until: Moment.nullable(),
    snoozed_until_reply: z.boolean(),
    labels: z
      .array(z.string())
      .openapi({ description: "By id; what they are is a list of the bot's." }),
    customer_at: Moment.nullable(),
    person_at: Moment.nullable(),
    unanswered: z.boolean(),
    last_seq: z.int().openapi({ description: "The number of the last message." }),
    updated_at: Moment,
  })
  .openapi("InboxConversation");

export const InboxPreview = z
  .object({
    from: z.enum(["customer", "person"]),
    kind: z.enum(["text", "tap", "media", "card"]).openapi({
      description:
        "`media`: a picture or a file; `card`: an order or a package that a person sent.",
    }),
    text: z.string().nullable().openapi({ description: "Masked, in one line, cut where long." }),
  })
  .openapi("InboxPreview");

/** An entry of a list, with the last message of the customer or of a person. */
export const InboxListed = InboxConversation.extend({
  preview: InboxPreview.nullable().openapi({
    description: "The last words of the customer or of a person; what the bot says is none.",
  }),
}).openapi("InboxListed");

const DeskMove = z.object({
  kind: z.enum(deskMoveKinds).openapi({
    description: "A person was called, or has taken it; the bot answers again; it is settled.",
  }),
  at: Moment,
  by: Person.nullable().openapi({ description: "Null: no operator did it." }),
  reason: z.string().nullable().openapi({
    description: "Why a person is wanted, or why the bot answers again.",
  }),
});

const InboxDesk = InboxConversation.extend({
  present: z.array(Present).openapi({
    description: "Who looks at it right now, the caller left out.",
  }),
  moves: z.array(DeskMove).openapi({
    description: "What changed about who answers in the last seven days, the first one first.",
  }),
}).openapi("InboxDesk");

export const InboxCounts = z
  .object({ mine: z.int(), waiting: z.int(), all: z.int(), owed: z.int() })
  .openapi("InboxCounts");

/** What the caller sends to guard against a concurrent change. */
const moving = {
  version: version.optional().openapi({
    description: "The version that was looked at: with another one, nothing is done (409).",
  }),
  overtake: z.boolean().optional().openapi({
    description: "Also where another person has it; without this that is refused (409).",
  }),
};

export const Moved = z
  .object({ version, last_seq: z.int(), changed: z.boolean() })
  .openapi("MovedConversation");

export const InboxProblem = Problem.extend({
  conversation: InboxConversation.optional(),
  since: Moment.optional(),
}).openapi("InboxProblem");

/** Why nothing was done. */
const refusals = {
  409: {
    description:
      "`held_by_other`: `conversation` says who has it, and `overtake` takes it. `changed_meanwhile`: another person wrote, or somebody else answers by now; `conversation` says so. `window_closed`: the customer's platform takes no message to them any more, `since` then, until they write again.",
    content: {
      "application/problem+json": {
        schema: InboxProblem,
      },
    },
  },
} as const;

const moved = { 200: jsonAnswer(Moved, "It is done; the customer sees it."), ...refusals };

const read = { role: "viewer", scope: "inbox:read" } as const;
const write = { role: "editor", scope: "inbox:write" } as const;
const tags = ["Inbox"];
const one = "/bots/{bot_id}/conversations/{conversation_id}" as const;
const params = ConversationPath;

export const inboxRoutes = {
  listInbox: adminRoute(read, {
    tags,
    method: "get",
    path: "/bots/{bot_id}/inbox",
    "x-meetbot-unattended": true,
    "x-meetbot-personal": "masked",
    summary: "Conversations that people have to do with",
    request: {
      params: BotPath,
      query: PageQuery.extend({
        view: z.enum(inboxViews).default("all"),
        label: z.uuid().optional().openapi({ description: "Only those with this label." }),
      }),
    },
    responses: {
      200: jsonAnswer(
        pageOf(InboxListed).extend({ counts: InboxCounts }),
        "A page; who waits longest is first, else what changed last.",
      ),
    },
  }),
  readInboxConversation: adminRoute(read, {
    tags,
    method: "get",
    path: `${one}/desk`,
    "x-meetbot-unattended": true,
    "x-meetbot-personal": "none",
    summary: "Who answers in a conversation",
    request: { params },
    responses: { 200: jsonAnswer(InboxDesk, "As it is now.") },
  }),
  sendMessage: adminRoute(write, {
    tags,
    method: "post",
    path: `${one}/messages`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Answers as a person",
    description:
      "In a conversation that nobody has, it takes it. The same `Idempotency-Key` says nothing twice, whatever happened in between.",
    request: {
      params,
      body: jsonBody(
        z.object({
          text: z.string().trim().min(1).max(maxMessageLength),
          seen_seq: z
            .int()
            .min(0)
            .max(2 ** 31 - 1)
            .optional()
            .openapi({
              description:
                "The last message that was seen: where another person wrote behind it, nothing is said (409).",
            }),
          ...moving,
        }),
      ),
    },
    responses: moved,
  }),
  takeConversation: adminRoute(write, {
    tags,
    method: "post",
    path: `${one}/take`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Takes a conversation: the bot is silent from now on",
    request: { params, body: jsonBody(z.object(moving)) },
    responses: moved,
  }),
  releaseConversation: adminRoute(write, {
    tags,
    method: "post",
    path: `${one}/release`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Gives a conversation back to the bot",
    request: { params, body: jsonBody(z.object(moving)) },
    responses: moved,
  }),
  closeConversation: adminRoute(write, {
    tags,
    method: "post",
    path: `${one}/close`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Closes a matter; the bot answers again",
    request: { params, body: jsonBody(z.object(moving)) },
    responses: moved,
  }),
  reopenConversation: adminRoute(write, {
    tags,
    method: "post",
    path: `${one}/reopen`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Opens a closed matter again: the shop owes an answer",
    request: { params },
    responses: moved,
  }),
};
