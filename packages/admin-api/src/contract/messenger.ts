import { z } from "@hono/zod-openapi";
import { templateKinds, templateStates } from "@meetbot/model/push/message-template.ts";
import { customerLocales } from "@meetbot/presentation";
import { BotPath } from "./bots.ts";
import {
  checksOf,
  deadLetterRoutes,
  InWords,
  linkDemands,
  linkFields,
  Moment,
} from "./channel-link.ts";
import { adminRoute, jsonAnswer, jsonBody } from "./shape/admin-route.ts";

const Page = z
  .object({
    page_id: z.string(),
    name: z.string().nullable(),
    app_id: z.string(),
    ...linkFields,
    token_ends_at: Moment.nullable().openapi({
      description: "As Meta said then; null: it does not end, or Meta was not asked.",
    }),
    conversations: z.object({
      open: z.int().openapi({ description: "The customer wrote within the last 24 hours." }),
      closed: z.int().openapi({ description: "Nothing may be said before they write again." }),
    }),
  })
  .openapi("MessengerPage");

const MessengerState = z
  .object({
    webhook_url: z.string().openapi({ description: "The callback URL for the app's dashboard." }),
    fields: z.array(z.string()).openapi({ description: "The webhook fields to subscribe to." }),
    page: Page.nullable().openapi({ description: "null: none is connected." }),
  })
  .openapi("Messenger");

const Checks = checksOf("MessengerCheck", [
  "page",
  "app",
  "token",
  "permissions",
  "subscription",
  "free",
]);

const secret = (max: number) => z.string().trim().min(1).max(max);

const PageRequest = z
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

const Template = z
  .object({
    kind: z.enum(templateKinds).openapi({ description: "What it tells." }),
    name: z.string().openapi({ description: "Its name at Meta.", example: "meetbot_shipped_1" }),
    language: z.string().openapi({ description: "Meta's code.", example: "zh_CN" }),
    locale: z.enum(customerLocales),
    text: z.string().openapi({ description: "`{{1}}` is the bot's name." }),
    button: z.string().openapi({ description: "A tap asks the bot where it is." }),
    state: z.enum(["none", ...templateStates]).openapi({
      description:
        "`none`: it is not at Meta. Only `approved` ones are sent; `paused`: Meta takes it no more, or not now.",
    }),
    reason: z
      .string()
      .nullable()
      .openapi({ description: "Meta's code of why it was rejected or paused, where it says." }),
    updated_at: Moment.nullable(),
  })
  .openapi("MessengerTemplate");

const Templates = z.object({
  connected: z.boolean().openapi({ description: "false: no page is, and none can be published." }),
  templates: z.array(Template),
});

const Published = z.object({
  ...Templates.shape,
  problem: InWords.nullable().openapi({
    description: "The first thing that Meta refused; the others were tried where that could help.",
  }),
});

/** Names and codes as ours are. */
const TemplatePath = BotPath.extend({
  name: z.string().regex(/^[a-z0-9_]{1,100}$/),
  language: z.string().regex(/^[a-z]{2}(?:_[A-Z]{2})?$/),
});

const ProfilePart = z.enum(["get_started", "greeting", "ice_breakers", "persistent_menu"]);

const { read, write, secretWrite } = linkDemands;
const tags = ["Messenger"];
const params = { params: BotPath };
const one = "/bots/{bot_id}/messenger" as const;
const templatesPath = "/bots/{bot_id}/channels/messenger/templates" as const;
const letters = deadLetterRoutes(one, "Messenger");

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
    request: { ...params, body: jsonBody(PageRequest) },
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
  listTemplates: adminRoute(read, {
    method: "get",
    path: templatesPath,
    "x-meetbot-personal": "none",
    summary: "What may be told after the 24 hours, and whether Meta has approved it",
    description:
      "In each language that the bot speaks, as last reported: Meta reports each change. Publishing queries Meta.",
    tags,
    request: params,
    responses: { 200: jsonAnswer(Templates, "All of them, published or not.") },
  }),
  publishTemplates: adminRoute(write, {
    "x-meetbot-repeats": true,
    method: "post",
    path: `${templatesPath}/publish`,
    "x-meetbot-personal": "none",
    summary: "Has Meta make the templates that the page has not, and asks it about the others",
    description:
      "Meta judges each within seconds. It never takes another text for one that there is: a rejected one is deleted first.",
    tags,
    request: params,
    responses: { 200: jsonAnswer(Published, "As Meta has them now.") },
  }),
  deleteTemplate: adminRoute(write, {
    "x-meetbot-repeats": true,
    method: "delete",
    path: `${templatesPath}/{name}/{language}`,
    "x-meetbot-personal": "none",
    summary: "Deletes a template at Meta, in one language",
    tags,
    request: { params: TemplatePath },
    responses: { 204: { description: "It is deleted." } },
  }),
  listDeadLetters: letters.list,
  retryDeadLetter: letters.retry,
  retryDeadLetters: letters.retryAll,
};
