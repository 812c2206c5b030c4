import { z } from "@hono/zod-openapi";
import { bookChangeReasons } from "@meetbot/model/answers/answer-book.ts";
import { answerLimits, answerVariables } from "@meetbot/model/answers/answer-limits.ts";
import type { TopicId } from "@meetbot/model/topics/catalog.ts";
import { customerLocales } from "@meetbot/presentation";
import { AnswerButtonForm, AnswerForm, BookForm, OwnTopicFields } from "../answers/book-form.ts";
import { BotPath } from "./bots.ts";
import { Explanation, Reply } from "./conversations.ts";
import { AnyId, textAnswer } from "./deliveries.ts";
import { adminRoute, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import { Problem } from "./shape/problem.ts";

const version = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const count = z.int().min(0);

/** Which version the caller looked at; 0: nothing was written yet. */
const seen = version.openapi({ description: "The version that was looked at; 0: none yet." });

export const AnswerVersion = z
  .object({
    version,
    changed_at: z.string(),
    changed_by: z.string(),
    what: z.enum(bookChangeReasons).openapi({ description: "Why it came to be." }),
    topic: z.string().nullable().openapi({ description: "Of which topic; null: of several." }),
  })
  .openapi("AnswerVersion");

const TaughtSentence = z.object({
  taught_id: z.string().nullable().openapi({ description: "Null: an example of an own topic." }),
  text: z.string().openapi({ description: "Emails and numbers are masked for good." }),
  meaning: z.string(),
});

const TopicRow = z.object({
  topic: z.string(),
  name: z.string().nullable().openapi({ description: "Of an own topic; null: one of Meetbot's." }),
  is_of_order: z.boolean().openapi({ description: "Customers who ask it have an order in mind." }),
  state: z.enum(["none", "live", "not_yet", "over"]).openapi({
    description: "Whether the shop has an answer to it, and it is said today.",
  }),
  locales: z.array(z.enum(customerLocales)).openapi({ description: "In which languages." }),
  asked: count.openapi({ description: "So often in the last 30 days." }),
  answered: count.openapi({ description: "Of them: by an answer of the shop." }),
});

export const Answers = z
  .object({
    version: seen,
    last: AnswerVersion.nullable().openapi({
      description: "Who wrote this version; null: nobody yet.",
    }),
    book: BookForm,
    taught: z.array(TaughtSentence).openapi({ description: "The book's, with their ids." }),
    topics: z.array(TopicRow),
    variables: z.array(z.enum(answerVariables)),
    limits: z.object({
      text_length: z.int(),
      buttons: z.int(),
      title_length: z.int(),
      examples: z.int(),
      recommended_examples: z.int(),
      example_length: z.int(),
      own_topics: z.int(),
      taught: z.int(),
    }),
  })
  .openapi("Answers");

/** The result of a write. */
const Saved = z
  .object({
    version,
    is_changed: z.boolean().openapi({ description: "False: the same stood there already." }),
  })
  .openapi("SavedAnswers");

const Changed = Saved.extend({
  answers: count.openapi({ description: "Topics whose answer is another now." }),
  examples: count.openapi({ description: "Sentences that came, went or mean something else." }),
  is_checked_only: z.boolean(),
}).openapi("ImportedAnswers");

const Conflict = z.object({
  text: z.string(),
  before: z.string().openapi({ description: "What it means now." }),
  after: z.string().openapi({ description: "What it would mean." }),
});

/** Why a write is refused: someone else changed the answers first, or an example would redirect another request. */
const refusals = {
  409: {
    description:
      "`answers_changed_meanwhile`: `newer` says by whom and when. `example_conflicts`: `conflicts` says which requests it would turn.",
    content: {
      "application/problem+json": {
        schema: Problem.extend({
          newer: AnswerVersion.optional(),
          conflicts: z.array(Conflict).optional(),
        }).openapi("AnswersProblem"),
      },
    },
  },
  422: {
    description: "`invalid_answers`: nothing is changed, and `errors` says where and what to do.",
    content: { "application/problem+json": { schema: Problem } },
  },
} as const;

const saved = { 200: jsonAnswer(Saved, "What is live on every node now."), ...refusals };

const TopicPath = BotPath.extend({
  topic: z
    .string()
    .regex(/^[a-z0-9_]{1,44}$/)
    .openapi({ param: { name: "topic", in: "path" }, example: "returns" }),
});
const TaughtPath = BotPath.extend({
  taught_id: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .openapi({ param: { name: "taught_id", in: "path" } }),
});
const VersionPath = BotPath.extend({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .openapi({ param: { name: "version", in: "path" } }),
});

const Teaching = z
  .object({
    utterance: z.string().min(1).max(4_000).optional(),
    conversation_id: AnyId.optional(),
    seq: z
      .int()
      .min(1)
      .max(2 ** 31 - 1)
      .optional(),
    meaning: z.string().max(44).optional(),
    answer: z
      .object({
        name: z.string().openapi({ description: "What the new topic is called." }),
        locale: z.enum(customerLocales),
        text: z.string(),
        buttons: z.array(AnswerButtonForm).max(answerLimits.buttons).default([]),
      })
      .optional(),
  })
  .openapi("Teaching", {
    description:
      "A sentence (`utterance`, or what a customer wrote as message `seq` of a conversation), and either what it means or the answer to it, which makes an own topic.",
  });

const read = { role: "viewer", scope: "bots:read" } as const;
const write = { role: "editor", scope: "bots:write" } as const;
/** For routes that return what customers wrote, even if masked. */
const ofCustomer = { role: "editor", scope: "conversations:read" } as const;
const tags = ["Answers"];
const params = { params: BotPath };
const all = "/bots/{bot_id}/answers" as const;

export const answerRoutes = {
  readAnswers: adminRoute(read, {
    tags,
    method: "get",
    path: all,
    "x-meetbot-personal": "masked",
    summary: "What the shop answers itself, and how often it was asked",
    request: params,
    responses: { 200: jsonAnswer(Answers, "The newest version, which is live.") },
  }),
  replaceAnswers: adminRoute(write, {
    tags,
    method: "put",
    path: all,
    "x-meetbot-personal": "none",
    summary: "Replaces all of it",
    request: { ...params, body: jsonBody(z.object({ version: seen, book: BookForm })) },
    responses: saved,
  }),
  setAnswer: adminRoute(write, {
    tags,
    method: "put",
    path: `${all}/topics/{topic}`,
    "x-meetbot-personal": "none",
    summary: "Writes the answer to one topic, or takes it back",
    description:
      "Only what somebody else wrote for the same topic since `version` stands in its way.",
    request: {
      params: TopicPath,
      body: jsonBody(z.object({ version: seen, answer: AnswerForm.nullable() })),
    },
    responses: saved,
  }),
  setOwnTopic: adminRoute(write, {
    tags,
    method: "put",
    path: `${all}/own/{topic}`,
    "x-meetbot-personal": "none",
    summary: "Adds an own topic, or writes its name and examples anew",
    description: "Emails and numbers are masked in the examples before they are stored.",
    request: {
      params: TopicPath,
      body: jsonBody(z.object({ version: seen, ...OwnTopicFields.shape })),
    },
    responses: saved,
  }),
  deleteOwnTopic: adminRoute(write, {
    tags,
    method: "delete",
    path: `${all}/own/{topic}`,
    "x-meetbot-personal": "none",
    summary: "Takes an own topic away, with its answer and what was taught to mean it",
    request: {
      params: TopicPath,
      query: z.object({ version: z.coerce.number().pipe(seen) }),
    },
    responses: saved,
  }),
  teach: adminRoute(
    { ...write, fields: { conversation_id: ofCustomer } },
    {
      tags,
      method: "post",
      path: `${all}/taught`,
      "x-meetbot-personal": "masked",
      summary: "Teaches what a sentence means, or how it is answered",
      request: { ...params, body: jsonBody(Teaching) },
      responses: {
        200: jsonAnswer(Saved.extend({ taught: TaughtSentence }), "What was learned."),
        ...refusals,
      },
    },
  ),
  forgetTaught: adminRoute(write, {
    tags,
    method: "delete",
    path: `${all}/taught/{taught_id}`,
    "x-meetbot-personal": "none",
    summary: "Takes back what was taught",
    request: { params: TaughtPath },
    responses: saved,
  }),
  listAnswerVersions: adminRoute(read, {
    tags,
    method: "get",
    path: `${all}/versions`,
    "x-meetbot-personal": "none",
    summary: "The latest versions, newest first",
    request: params,
    responses: {
      200: jsonAnswer(z.object({ data: z.array(AnswerVersion) }), "All that are kept."),
    },
  }),
  readAnswerVersion: adminRoute(read, {
    tags,
    method: "get",
    path: `${all}/versions/{version}`,
    "x-meetbot-personal": "masked",
    summary: "One version, to be compared",
    request: { params: VersionPath },
    responses: { 200: jsonAnswer(AnswerVersion.extend({ book: BookForm }), "The version.") },
  }),
  restoreAnswers: adminRoute(write, {
    tags,
    method: "post",
    path: `${all}/versions/{version}/restore`,
    "x-meetbot-personal": "none",
    summary: "Makes an older version the newest again",
    request: {
      params: VersionPath,
      body: jsonBody(z.object({ version: seen })),
    },
    responses: saved,
  }),
  tryAnswers: adminRoute(read, {
    "x-meetbot-reads": true,
    tags,
    method: "post",
    path: `${all}/try`,
    "x-meetbot-personal": "masked",
    summary: "What the bot makes of a sentence, and says to it at the beginning of a conversation",
    request: {
      ...params,
      body: jsonBody(
        z.object({
          text: z.string().min(1).max(4_000),
          locale: z.enum(customerLocales).optional(),
        }),
      ),
    },
    responses: {
      200: jsonAnswer(
        z.object({
          explanation: Explanation,
          replies: z.array(Reply).openapi({ description: "As the chat routes send them." }),
          asks_shop: z.boolean().openapi({ description: "The shop would be asked first." }),
        }),
        "What it understands, why, and what it says.",
      ),
    },
  }),
  exportAnswers: adminRoute(read, {
    tags,
    method: "get",
    path: `${all}/file`,
    "x-meetbot-personal": "masked",
    summary: "All of it as one readable file",
    request: params,
    responses: { 200: textAnswer("application/yaml", "YAML, with comments at its head.") },
  }),
  importAnswers: adminRoute(write, {
    tags,
    method: "put",
    path: `${all}/file`,
    "x-meetbot-personal": "none",
    summary: "Replaces all of it by what stands in a file",
    description: "A file with a fault changes nothing, and `errors` names the lines.",
    request: {
      ...params,
      body: jsonBody(
        z.object({
          version: seen,
          file: z.string().max(answerLimits.fileBytes).openapi({ description: "YAML." }),
          check: z.boolean().default(false).openapi({ description: "`true`: nothing is changed." }),
        }),
      ),
    },
    responses: { 200: jsonAnswer(Changed, "What changed."), ...refusals },
  }),
};

/** The topics that every bot knows: the compiler reports a new one wherever code has texts for each of them. */
export type KnownTopic = TopicId;
