import { z } from "@hono/zod-openapi";
import { modelOutcomes, numberSlots } from "@meetbot/model/conversation/model-command.ts";
import { facts, intents } from "@meetbot/model/conversation/recognition.ts";
import { messageFailures } from "@meetbot/model/outbound-message.ts";
import { customerLocales } from "@meetbot/presentation";
import { BotPath } from "./bots.ts";
import { AnyId, DeliveryRow, textAnswer } from "./deliveries.ts";
import { MessengerLook } from "./messenger-look.ts";
import { adminRoute, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import { PageQuery, pageOf } from "./shape/paging.ts";
import { Person } from "./shape/person.ts";

export const ConversationPath = BotPath.extend({
  conversation_id: AnyId.openapi({ param: { name: "conversation_id", in: "path" } }),
});

const Instant = z.iso.datetime({ offset: true });
const Locale = z.enum(customerLocales);

export const ConversationFilterQuery = z.object({
  conversation_id: AnyId.optional(),
  channel: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  locale: Locale.optional(),
  person_asked: z.enum(["true"]).optional(),
  failed: z.enum(["true"]).optional().openapi({
    description: "The shop did not answer at least once.",
  }),
  disliked: z.enum(["true"]).optional().openapi({
    description: "The customer said of an answer that it did not help.",
  }),
  from: Instant.optional().openapi({ description: "The customer was active then or later." }),
  to: Instant.optional().openapi({ description: "The customer was last active before then." }),
});

export const ConversationRow = z
  .object({
    conversation_id: z.string(),
    channel: z.string(),
    locale: Locale.nullable(),
    started_at: z.string(),
    active_at: z.string().openapi({ description: "When the customer last did something." }),
    messages: z.int(),
    deliveries: z.int(),
    failed_deliveries: z.int(),
    outcome: z
      .enum([
        "person_asked",
        "answered",
        "not_found",
        "shop_did_not_answer",
        "nothing_asked",
        "forgotten",
      ])
      .openapi({ description: "The wish for a person, else how its last question ended." }),
    holder: z.enum(["bot", "waiting", "person"]).nullable().openapi({
      description:
        "Who answers: the bot, the bot until a person comes who was called, or a person; null: people never had to do with it.",
    }),
    held_by: Person.nullable(),
  })
  .openapi("Conversation");

const Choice = z.object({ title: z.string(), payload: z.string() });
const Link = z.object({ title: z.string(), url: z.string() });
const ToldFact = z.object({
  about: z.enum(facts).openapi({ description: "What was asked." }),
  value: z.string().openapi({
    description:
      "The fact about it: an amount, a date or a status as shown, or the shop's own words.",
  }),
});
const Item = z.record(z.string(), z.unknown()).openapi({
  description:
    "The wire's own fields, cut down to what the customer was shown. An order may have a `placed_month` in place of its moment, and as `parcel` the package that it comes in. `known_stage` is what the words of its status surely tell: `stage`, and the `language` that they are in.",
});

export const Reply = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("text"),
      text: z.string(),
      choices: z.array(Choice).optional(),
      ask: z.string().optional(),
      link: Link.optional().openapi({
        description: "A button to a page of the shop's or a carrier's.",
      }),
      links: z.array(Link).max(3).optional().openapi({
        description: "Buttons to pages that the shop's own answer leads to.",
      }),
      ofShop: z.literal(true).optional().openapi({
        description: "The shop wrote it itself: it is shown as the shop's words.",
      }),
      notifies: z.literal(true).optional().openapi({
        description: "The customer subscribed to updates with it.",
      }),
      facts: z
        .array(ToldFact)
        .optional()
        .openapi({ description: "What the text says about an order or a package." }),
    }),
    z.object({
      kind: z.literal("orders"),
      orders: z.array(Item),
      choices: z.array(Choice).optional(),
    }),
    z.object({
      kind: z.literal("packages"),
      packages: z.array(Item),
      choices: z.array(Choice).optional(),
    }),
  ])
  .openapi("Reply", { description: "As the chat routes send it." });

export const Explanation = z
  .object({
    intent: z.enum([
      "order_query",
      "package_track",
      "greeting",
      "help",
      "human_agent",
      "cancel",
      "thanks_bye",
      "other",
    ]),
    confidence: z.number(),
    decision: z.enum(["act", "clarify", "none"]),
    locale: Locale,
    filter: z.enum(["open", "unpaid", "past"]).nullable(),
    picked: z.union([z.number(), z.string()]).nullable(),
    topic: z
      .object({ id: z.string(), confidence: z.number(), example: z.string().nullable() })
      .nullable()
      .openapi({
        description:
          "What it asks besides where an order is; `example`: the shop's sentence that it is like.",
      }),
    entities: z.array(
      z.object({
        kind: z.enum(["email", "phone", "order_number", "package_number"]),
        value: z.string(),
        carrier: z.string().nullable(),
      }),
    ),
    reasons: z.array(z.object({ rule: z.string(), effect: z.string(), text: z.string() })),
  })
  .openapi("Explanation", {
    description: "What today's engine understands of it with the bot's present settings, and why.",
  });

/** A call to the language model. It contains no message text. */
export const LanguageModelCall = z
  .object({
    outcome: z.enum(modelOutcomes).openapi({
      description:
        "`command`: it chose what is below. `refused`: what it said is no command. `spared`: it failed a moment ago, and was not asked.",
    }),
    reason: z.string().nullable().openapi({ description: "Why there is no command." }),
    command: z
      .object({
        intent: z.enum(intents),
        about: z.array(z.enum(facts)),
        topic: z.string().nullable(),
        slots: z.record(z.enum(numberSlots), z.string().nullable()),
      })
      .nullable(),
    duration_ms: z.int(),
    tokens: z.object({ prompt: z.int(), completion: z.int() }).nullable(),
  })
  .openapi("LanguageModelCall");

const TranscriptPicture = z
  .object({
    id: z.string(),
    type: z.enum(["image/jpeg", "image/png", "image/webp", "application/pdf"]),
    width: z.int().nullable().openapi({ description: "Null: it is a PDF." }),
    height: z.int().nullable(),
    bytes: z.int(),
    scanned: z.boolean().openapi({
      description: "Whether a virus scanner called it clean; false: the server has none.",
    }),
  })
  .openapi("TranscriptPicture");

const entryFacts = {
  seq: z.int(),
  at: z.string(),
  redacted_at: z.string().nullable().openapi({ description: "When it was overwritten." }),
};

const sentFacts = {
  locale: Locale,
  reply: Reply,
  messenger: MessengerLook,
  sending: z.enum(["queued", "sending", "sent", "unknown", "failed"]).openapi({
    description: "How far it is on its way; the web chat fetches, so there it is sent at once.",
  }),
  failure: z.enum(messageFailures).optional().openapi({
    description: "Why its channel gave it up; absent: it did not, or that was not kept.",
  }),
};

export const TranscriptEntry = z
  .discriminatedUnion("from", [
    z.object({
      ...entryFacts,
      from: z.literal("bot"),
      ...sentFacts,
      feedback: z.enum(["up", "down"]).nullable().openapi({
        description: "Whether it helped, as the customer says; null: they said nothing.",
      }),
    }),
    z.object({
      ...entryFacts,
      from: z.literal("person"),
      name: z.string().openapi({
        description: "What customers call the person of the shop who typed it.",
      }),
      ...sentFacts,
    }),
    z.object({
      ...entryFacts,
      from: z.literal("customer"),
      event: z.enum(["start", "text", "tap", "media", "returned", "rating_due", "news"]),
      text: z.string().openapi({
        description:
          "A tap reads as the title of its choice; a picture or a file has none but its caption.",
      }),
      pictures: z.array(TranscriptPicture).openapi({
        description: "What came with it and was kept.",
      }),
      recognition: Explanation.nullable(),
      language_model: LanguageModelCall.nullable().openapi({
        description: "What a language model made of it in its turn; null: none was asked.",
      }),
      deliveries: z.array(DeliveryRow).openapi({
        description:
          "What the merchant was asked in its turn, replays behind what they repeat; none for an agent.",
      }),
    }),
  ])
  .openapi("TranscriptEntry");

export const ConversationDetail = ConversationRow.extend({
  masked: z.boolean(),
  entries: z.array(TranscriptEntry),
  next_cursor: z.string().nullable().openapi({ description: "Null: these are the last ones." }),
  deliveries_without_place: z.array(DeliveryRow).openapi({
    description: "Stored before it was known which message asked; none for an agent.",
  }),
  kept_until: z.string().openapi({
    description: "Deleted then, unless the customer comes back.",
  }),
}).openapi("ConversationDetail");

/** A page of a transcript, from its beginning on. */
const EntriesPage = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(200),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional()
    .openapi({ description: "`next_cursor` of the page before." }),
});

const read = { scope: "conversations:read" } as const;
const write = { role: "editor", scope: "conversations:write" } as const;
const tags = ["Conversations"];
const one = "/bots/{bot_id}/conversations/{conversation_id}" as const;
const params = ConversationPath;

export const conversationRoutes = {
  listConversations: adminRoute(
    { role: "viewer", agents: true, ...read },
    {
      tags,
      method: "get",
      path: "/bots/{bot_id}/conversations",
      "x-meetbot-personal": "masked",
      summary: "Conversations, the one whose customer was active last first",
      request: { params: BotPath, query: ConversationFilterQuery.extend(PageQuery.shape) },
      responses: { 200: jsonAnswer(pageOf(ConversationRow), "A page.") },
    },
  ),
  findConversations: adminRoute(write, {
    "x-meetbot-reads": true,
    tags,
    method: "post",
    path: "/bots/{bot_id}/conversations/search",
    "x-meetbot-personal": "revealed",
    summary: "Conversations in which an account was named, newest activity first",
    description:
      "Who finds an account knows that it wrote: recorded in the audit, without the account. It travels in the body, for addresses stand in logs and histories.",
    request: {
      params: BotPath,
      query: ConversationFilterQuery.extend(PageQuery.shape),
      body: jsonBody(
        z.object({
          account: z
            .string()
            .trim()
            .min(1)
            .max(320)
            .openapi({ description: "An email, or the shop's name of an account." }),
        }),
      ),
    },
    responses: { 200: jsonAnswer(pageOf(ConversationRow), "A page.") },
  }),
  readConversation: adminRoute(
    { role: "viewer", agents: true, ...read },
    {
      tags,
      method: "get",
      path: one,
      "x-meetbot-personal": "masked",
      summary: "One conversation as the customer saw it, personal data masked",
      request: { params, query: EntriesPage },
      responses: { 200: jsonAnswer(ConversationDetail, "The conversation.") },
    },
  ),
  revealConversation: adminRoute(
    { ...write, agents: true },
    {
      "x-meetbot-reads": true,
      tags,
      method: "post",
      path: `${one}/reveal`,
      "x-meetbot-personal": "revealed",
      summary: "The same with personal data; recorded in the audit",
      description: "Reading the same conversation again is recorded once in a quarter of an hour.",
      request: { params, query: EntriesPage },
      responses: { 200: jsonAnswer(ConversationDetail, "The conversation.") },
    },
  ),
  viewPicture: adminRoute(
    { ...write, agents: true },
    {
      tags,
      method: "get",
      path: `${one}/pictures/{picture_id}`,
      "x-meetbot-personal": "revealed",
      summary: "A picture or a PDF that the customer sent; recorded in the audit",
      request: {
        params: params.extend({
          picture_id: z
            .string()
            .regex(/^p_[0-9a-f]{32}$/)
            .openapi({ param: { name: "picture_id", in: "path" } }),
        }),
      },
      responses: { 200: textAnswer("image/*", "Its bytes; a PDF as a file to be saved.") },
    },
  ),
  redactMessage: adminRoute(write, {
    tags,
    method: "post",
    path: `${one}/redact`,
    "x-meetbot-personal": "none",
    summary: "Overwrites one message for good, in the customer's own window too",
    request: {
      params,
      body: jsonBody(
        z.object({
          seq: z
            .int()
            .min(1)
            .max(2 ** 31 - 1),
        }),
      ),
    },
    responses: { 204: { description: "It is overwritten." } },
  }),
  exportConversation: adminRoute(
    { role: "editor", ...read, reveal: write },
    {
      tags,
      method: "get",
      path: `${one}/export`,
      "x-meetbot-personal": "revealed",
      summary: "The conversation as a file; recorded in the audit",
      request: {
        params,
        query: z.object({
          format: z.enum(["json", "ndjson"]).default("json"),
          reveal: z.enum(["true", "false"]).default("false").openapi({
            description: "`true`: with personal data.",
          }),
        }),
      },
      responses: {
        200: textAnswer(
          "application/x-ndjson",
          "`ndjson`: the conversation first, then one entry a line. `json`: one object with all of it.",
        ),
      },
    },
  ),
  deleteConversation: adminRoute(
    { role: "owner", scope: "conversations:write", fresh: true },
    {
      tags,
      method: "delete",
      path: one,
      "x-meetbot-personal": "none",
      summary: "Deletes the conversation with its messages, deliveries and key",
      description:
        "From the database, for good. A backup that was made before still holds it and its key, and opens with the master key: keep backups no longer than you keep conversations.",
      request: { params },
      responses: { 204: { description: "It is gone." } },
    },
  ),
};
