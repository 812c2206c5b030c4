import { z } from "@hono/zod-openapi";
import { outcomeTimes } from "@meetbot/model/log/outcome-times.ts";
import { BotPath } from "./bots.ts";
import { Explanation } from "./conversations.ts";
import { outcomes } from "./deliveries.ts";
import { adminRoute, jsonAnswer } from "./shape/admin-route.ts";
import { PageQuery, pageOf } from "./shape/paging.ts";

/** Two years. */
export const maxDays = 731;

const day = z.iso.date();

/** Which days, in the bot's time zone, both included. */
export const OverviewQuery = z.object({
  from: day.optional().openapi({ description: "The first day." }),
  to: day.optional().openapi({ description: "The last day; default: today." }),
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(maxDays)
    .default(7)
    .openapi({ description: "Without `from`: so many days." }),
});

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();
const duration = z
  .int()
  .nullable()
  .openapi({ description: "Milliseconds, to within 9.1 %; null: the shop was not asked." });

const wait = z
  .int()
  .nullable()
  .openapi({ description: "Seconds within office hours, to within 9.1 %; null: nobody waited." });
const rating = z
  .number()
  .min(1)
  .max(5)
  .nullable()
  .openapi({ description: "From 1 to 5; null: nobody rated." });

const Figures = z
  .object({
    conversations: count.openapi({ description: "Begun, with something said by the customer." }),
    with_question: count.openapi({ description: "Of them: the shop was asked on the first day." }),
    self_served: count.openapi({
      description: `Of them: answered, with nothing missed, nothing asked again within ${outcomeTimes.askedAgainWithinMinutes} minutes, no refusal last, no thumbs down and no person asked for.`,
    }),
    handed_over: count.openapi({ description: "Of the conversations: a person was asked for." }),
    self_served_rate: share.openapi({ description: "`self_served` of `with_question`." }),
    messages: count.openapi({ description: "What customers wrote and tapped." }),
    utterances: count.openapi({ description: "What they wrote." }),
    not_understood: count,
    other_topics: count.openapi({ description: "About what the bot cannot look up." }),
    questions: count.openapi({ description: "To the shop; the next three together." }),
    answered: count,
    not_found: count,
    unavailable: count.openapi({ description: "The shop did not answer." }),
    p50_ms: duration,
    p95_ms: duration,
    asked_again: count.openapi({
      description: `Of the conversations: the same was asked again within ${outcomeTimes.askedAgainWithinMinutes} minutes.`,
    }),
    left_after_refusal: count.openapi({
      description: `Of the conversations: the last request was refused or missed, no person was asked for, and nothing followed for ${outcomeTimes.leftAfterMinutes} minutes.`,
    }),
    left_after_refusal_rate: share.openapi({
      description: "`left_after_refusal` of `conversations`.",
    }),
    thumbs_up: count.openapi({ description: "Answers that customers say helped." }),
    thumbs_down: count.openapi({ description: "Answers that customers say did not help." }),
    topics_asked: count.openapi({
      description: "What customers asked besides where an order is, such as returns.",
    }),
    topics_answered: count.openapi({ description: "Of them: answered in the shop's own words." }),
    misses: count.openapi({ description: "`not_understood` and `other_topics` together." }),
    misses_per_conversation: z.number().min(0).nullable().openapi({
      description: "`misses` for each of `conversations`.",
    }),
    first_replies: count.openapi({
      description: "Customers who called a person and got a first reply.",
    }),
    first_reply_p50_s: wait,
    first_reply_p90_s: wait,
    resolutions: count.openapi({ description: "Of such calls: those that were settled." }),
    resolution_p50_s: wait,
    resolution_p90_s: wait,
    ratings_person: count.openapi({ description: "Ratings of conversations with a person." }),
    rating_person_average: rating,
    ratings_bot: count.openapi({ description: "Ratings of conversations with the bot alone." }),
    rating_bot_average: rating,
  })
  .openapi("Figures");

const at = z.iso.datetime();

export const Overview = z
  .object({
    from: day,
    to: day,
    time_zone: z.string().openapi({ description: "The bot's, in which the days are." }),
    unit: z.enum(["hour", "day"]).openapi({ description: "One part of the series." }),
    until: at.openapi({ description: "How far the days have come." }),
    strict_since: at.nullable().openapi({
      description:
        "Since when `self_served` is counted as described; before, every customer who got an answer and asked for no person counted. Null: always.",
    }),
    total: Figures,
    previous: z
      .object({ from: day, to: day, until: at, total: Figures })
      .openapi({ description: "As many days before, and of the last as much as is over of `to`." }),
    series: z.array(Figures.extend({ at: at.openapi({ description: "Start of the part." }) })),
    methods: z.array(
      z.object({
        method: z.string(),
        deliveries: count,
        answered_rate: share.openapi({ description: "Answered, a no included." }),
        p50_ms: duration,
        p95_ms: duration,
        p99_ms: duration,
      }),
    ),
    topics: z
      .array(z.object({ topic: z.string(), asked: count, answered: count }))
      .openapi({ description: "What customers asked besides orders, the most frequent first." }),
    outcomes: z
      .array(z.object({ outcome: z.enum(outcomes), deliveries: count }))
      .openapi({ description: "How deliveries ended, the most frequent first." }),
  })
  .openapi("Overview");

const reasons = ["not_understood", "asked_back", "other_topic"] as const;

export const UnansweredUtterance = z
  .object({
    text: z.string().openapi({ description: "As written last; emails and numbers masked." }),
    reason: z.enum(reasons),
    times: count.openapi({ description: "So often the same was written." }),
    first_at: at,
    last_at: at,
    conversation_id: z.string().openapi({ description: "Where it was written last." }),
    seq: z.int(),
    explanation: Explanation,
  })
  .openapi("UnansweredUtterance");

const demand = { role: "viewer", scope: "overview:read" } as const;

export const overviewRoutes = {
  readOverview: adminRoute(demand, {
    method: "get",
    path: "/bots/{bot_id}/overview",
    "x-meetbot-personal": "none",
    summary: "What happened with a bot, in numbers",
    description:
      "The numbers outlive the conversations. What a conversation came to is counted for its first day and can change until then.",
    tags: ["Overview"],
    request: { params: BotPath, query: OverviewQuery },
    responses: { 200: jsonAnswer(Overview, "By the hour for three days or fewer, else by day.") },
  }),
  exportOverview: adminRoute(demand, {
    method: "get",
    path: "/bots/{bot_id}/overview/export",
    "x-meetbot-personal": "none",
    summary: "The series of the overview as CSV",
    tags: ["Overview"],
    request: { params: BotPath, query: OverviewQuery },
    responses: {
      200: {
        description: "One line for each part, with the names of the series.",
        content: { "text/csv": { schema: z.string() } },
      },
    },
  }),
  listUnanswered: adminRoute(demand, {
    method: "get",
    path: "/bots/{bot_id}/unanswered",
    "x-meetbot-personal": "masked",
    summary: "What customers wrote and the bot could do nothing with",
    description:
      "The most frequent first; what differs in letter case, punctuation, spaces and digits alone is together. Goes with its conversations.",
    tags: ["Overview"],
    request: { params: BotPath, query: PageQuery.extend({ reason: z.enum(reasons).optional() }) },
    responses: { 200: jsonAnswer(pageOf(UnansweredUtterance), "One page.") },
  }),
};
