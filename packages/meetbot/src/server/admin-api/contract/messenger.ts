import { z } from "@hono/zod-openapi";
import { customerLocales } from "@meetbot/presentation";
import { adminRoute, jsonAnswer, jsonBody } from "./admin-route.ts";
import { BotPath } from "./bots.ts";
import { AnyId } from "./deliveries.ts";
import { PageQuery, pageOf } from "./paging.ts";

const Moment = z
  .string()
  .openapi({ description: "ISO 8601, UTC", example: "2026-12-01T08:00:00Z" });

const InWords = z.object({ en: z.string(), zh: z.string() });

const MetaNumbers = {
  code: z.int().nullable(),
  subcode: z.int().nullable(),
  trace: z.string().nullable().openapi({ description: "What Meta's support asks for." }),
};

const FailureClass = z.enum([
  "transient",
  "rate",
  "window",
  "gone",
  "auth",
  "control",
  "restricted",
  "bad",
  "ambiguous",
]);

const Page = z
  .object({
    page_id: z.string(),
    name: z.string().nullable(),
    app_id: z.string(),
    state: z.enum(["connected", "paused", "stopped"]),
    stopped_for: z.enum(["auth", "restricted"]).nullable(),
    paused_until: Moment.nullable(),
    connected_at: Moment,
    checked_at: Moment.nullable().openapi({
      description: "When Meta was last asked, and all was in order.",
    }),
    token_ends_at: Moment.nullable().openapi({
      description: "As Meta said then; null: it does not end, or Meta was not asked.",
    }),
    last_event_at: Moment.nullable().openapi({ description: "The last event of Meta's, about." }),
    last_failure: z
      .object({ at: Moment, class: FailureClass.nullable(), ...MetaNumbers })
      .nullable()
      .openapi({ description: "What last paused or stopped the page." }),
    waiting: z.int(),
    unknown: z.int().openapi({ description: "Only their echoes will tell whether they arrived." }),
    failed: z.int().openapi({ description: "Given up, and not put again." }),
    conversations: z.object({
      open: z.int().openapi({ description: "The customer wrote within the last 24 hours." }),
      closed: z.int().openapi({ description: "Nothing may be said before they write again." }),
    }),
    profile_published_at: Moment.nullable(),
  })
  .openapi("MessengerPage");

const MessengerState = z
  .object({
    webhook_url: z.string().openapi({ description: "The callback URL for the app's dashboard." }),
    fields: z.array(z.string()).openapi({ description: "The webhook fields to subscribe to." }),
    page: Page.nullable().openapi({ description: "null: none is connected." }),
  })
  .openapi("Messenger");

const PageCheck = z
  .object({
    check: z.enum(["page", "app", "token", "permissions", "subscription", "free"]),
    outcome: z.enum(["ok", "failed", "not_made"]).openapi({
      description: "`not_made`: a check before it failed.",
    }),
    problem: z
      .object({ kind: z.string(), what: InWords, ...MetaNumbers })
      .nullable()
      .openapi({ description: "What is wrong, why, and what to do." }),
  })
  .openapi("MessengerCheck");
const Checks = z.array(PageCheck);

const secret = (max: number) => z.string().trim().min(1).max(max);

const PageWish = z
  .object({
    page_id: z
      .string()
      .trim()
      .regex(/^\d{1,30}$/, "A page's id has digits only."),
    page_token: secret(2_000),
    app_secret: secret(500),
    verify_token: secret(500).openapi({ description: "A text of your own, hard to guess." }),
  })
  .openapi("MessengerConnection");

const Connected = z
  .object({
    connected: z.boolean().openapi({ description: "false: nothing was kept." }),
    checks: Checks,
    state: MessengerState,
  })
  .openapi("MessengerConnected");

const Disconnected = z.object({
  page_id: z.string(),
  problem: InWords.nullable().openapi({
    description: "Why Meta did not end the subscription; the secrets are deleted all the same.",
  }),
});

const ProfileLook = z.object({
  locale: z.enum(customerLocales),
  is_default: z.boolean().openapi({
    description: "What everybody sees who uses Facebook in none of the bot's other languages.",
  }),
  greeting: z.string(),
  questions: z.array(z.string()).openapi({ description: "Ice breakers." }),
  menu: z.array(z.string()).openapi({ description: "The persistent menu." }),
});

const Profile = z
  .object({
    bot: z.string(),
    languages: z.array(ProfileLook),
    published_at: Moment.nullable(),
  })
  .openapi("MessengerProfile");

const ProfilePart = z.enum(["get_started", "greeting", "ice_breakers", "persistent_menu"]);

const DeadLetter = z
  .object({
    conversation_id: z.string(),
    seq: z.int(),
    failed_at: Moment,
    failure: z
      .object({
        class: z.enum([...FailureClass.options, "no_page", "overwritten"]),
        ...MetaNumbers,
      })
      .nullable(),
    retry: z
      .enum(["ready", "overwritten", "no_page", "page_stopped", "window_closed", "customer_gone"])
      .openapi({ description: "`ready`: it may be put again; else what stands against it." }),
  })
  .openapi("MessengerDeadLetter");

const read = { role: "viewer", scope: "bots:read" } as const;
const write = { role: "editor", scope: "bots:write" } as const;
const secretWrite = { role: "owner", scope: "keys:write", fresh: true } as const;
const retry = { role: "editor", scope: "conversations:write" } as const;
const tags = ["Messenger"];
const params = { params: BotPath };
const one = "/bots/{bot_id}/messenger" as const;

export const messengerRoutes = {
  readMessenger: adminRoute(read, {
    method: "get",
    path: one,
    "x-meetbot-personal": "none",
    summary: "The Facebook Page that speaks through the bot, and how it is doing",
    tags,
    request: params,
    responses: { 200: jsonAnswer(MessengerState, "As it is known here: Meta is not asked.") },
  }),
  connectPage: adminRoute(secretWrite, {
    method: "put",
    path: `${one}/page`,
    "x-meetbot-personal": "none",
    summary:
      "Connects a page, once all is well at Meta's side; the same one anew replaces its secrets",
    description:
      "Meta is asked first, and the app is subscribed to the page's events. Where a check fails, nothing is kept.",
    tags,
    request: { ...params, body: jsonBody(PageWish) },
    responses: { 200: jsonAnswer(Connected, "What was looked at, and whether it is connected.") },
  }),
  disconnectPage: adminRoute(secretWrite, {
    method: "delete",
    path: `${one}/page`,
    "x-meetbot-personal": "none",
    summary: "Disconnects the page, and deletes its secrets",
    tags,
    request: params,
    responses: { 200: jsonAnswer(Disconnected, "It is disconnected.") },
  }),
  checkPage: adminRoute(write, {
    method: "post",
    path: `${one}/check`,
    "x-meetbot-personal": "none",
    summary: "Asks Meta about the page's token, rights and subscription",
    tags,
    request: {
      ...params,
      body: jsonBody(
        z.object({
          subscribe: z.boolean().default(false).openapi({
            description: "Subscribe the app to the page's events again before.",
          }),
        }),
      ),
    },
    responses: { 200: jsonAnswer(z.object({ checks: Checks }), "What Meta says.") },
  }),
  readProfile: adminRoute(read, {
    method: "get",
    path: `${one}/profile`,
    "x-meetbot-personal": "none",
    summary: "What Messenger shows of the bot before anything is said",
    tags,
    request: params,
    responses: { 200: jsonAnswer(Profile, "As it would be published now.") },
  }),
  compareProfile: adminRoute(write, {
    "x-meetbot-reads": true,
    method: "post",
    path: `${one}/profile/compare`,
    "x-meetbot-personal": "none",
    summary: "What of it is another at Meta; Meta allows 10 calls in 10 minutes",
    tags,
    request: params,
    responses: {
      200: jsonAnswer(z.object({ differs: z.array(ProfilePart) }), "Empty: it is published."),
    },
  }),
  publishProfile: adminRoute(write, {
    method: "post",
    path: `${one}/profile/publish`,
    "x-meetbot-personal": "none",
    summary: "Shows the bot's greeting, Get Started, first questions and menu on the page",
    tags,
    request: params,
    responses: { 200: jsonAnswer(Profile, "It is on the page.") },
  }),
  listDeadLetters: adminRoute(
    { role: "viewer", scope: "conversations:read" },
    {
      method: "get",
      path: `${one}/failed`,
      "x-meetbot-personal": "masked",
      summary: "Messages to Messenger that were given up, newest first; nothing of what they say",
      tags,
      request: { ...params, query: PageQuery },
      responses: { 200: jsonAnswer(pageOf(DeadLetter), "A page.") },
    },
  ),
  retryDeadLetter: adminRoute(retry, {
    method: "post",
    path: `${one}/failed/retry`,
    "x-meetbot-personal": "none",
    summary: "Puts a message again, at the end of its conversation",
    tags,
    request: {
      ...params,
      body: jsonBody(
        z.object({
          conversation_id: AnyId,
          seq: z
            .int()
            .min(1)
            .max(2 ** 31 - 1),
        }),
      ),
    },
    responses: { 204: { description: "It is queued." } },
  }),
  retryDeadLetters: adminRoute(retry, {
    method: "post",
    path: `${one}/failed/retry-all`,
    "x-meetbot-personal": "none",
    summary: "Puts again all that may be, those of 500 conversations at most",
    tags,
    request: params,
    responses: {
      200: jsonAnswer(
        z.object({
          queued: z.int(),
          left: z.int().openapi({ description: "That may be put again too: call once more." }),
        }),
        "They are queued.",
      ),
    },
  }),
};
