import { z } from "@hono/zod-openapi";
import { alertKinds } from "@meetbot/model/alert/alert-kind.ts";
import { deskEventTypes } from "@meetbot/model/desk/desk-event.ts";
import { BotPath } from "./bots.ts";
import { adminRoute, type FieldDemand, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import { Problem } from "./shape/problem.ts";

const locale = z.enum(["en", "zh"]);
const moment = z.string().nullable();

export const Alert = z
  .object({
    alert_id: z.string(),
    kind: z.enum(alertKinds),
    name: z.string(),
    shown: z.string().openapi({ description: "So much of the address as may be seen." }),
    signed: z.boolean().openapi({ description: "What is sent carries a signature." }),
    locale,
    events: z.array(z.enum(deskEventTypes)),
    with_text: z.boolean(),
    enabled: z.boolean(),
    created_at: z.string(),
    last_sent_at: moment,
    failing_since: moment.openapi({ description: "Since then nothing came through." }),
    stopped_for: z.enum(["failing", "gone"]).nullable().openapi({
      description:
        "Why Meetbot switched it off: nothing came through for a day, or it is gone for good.",
    }),
    stopped_at: moment,
  })
  .openapi("Alert");

const Alerts = z
  .object({
    data: z.array(Alert),
    has_links: z.boolean().openapi({
      description: "Alerts link to the console: MEETBOT_PUBLIC_URL says where it is.",
    }),
    has_mail: z.boolean().openapi({ description: "There is a mail server." }),
  })
  .openapi("Alerts");

/** Secret fields of a destination; which ones apply depends on its kind. */
const address = {
  url: z.string().min(1).max(2_000).optional().openapi({
    description: "Where it is posted to; never told again. All kinds but email.",
  }),
  secret: z.string().max(200).optional().openapi({
    description: "Of a robot of 飞书 or 钉钉 that asks for a signature; never told again.",
  }),
  email: z.string().max(254).optional().openapi({ description: "One mailbox; only of email." }),
};

const name = z.string().trim().min(1).max(80);
const events = z.array(z.enum(deskEventTypes)).min(1).max(deskEventTypes.length);

const NewAlert = z
  .object({
    kind: z.enum(alertKinds),
    name,
    ...address,
    events,
    with_text: z.boolean().default(false).openapi({
      description:
        "Sends the words of messages to everyone who reads there; otherwise ids and counts only.",
    }),
    locale: locale.default("en"),
  })
  .openapi("NewAlert");

const AlertChanges = z
  .object({
    name: name.optional(),
    ...address,
    events: events.optional(),
    with_text: z.boolean().optional(),
    locale: locale.optional(),
    enabled: z.boolean().optional().openapi({
      description: "`true` also for one that was stopped. What waits for one that is off is lost.",
    }),
  })
  .openapi("AlertChanges");

const AddedAlert = z
  .object({
    alert: Alert,
    secret: z.string().nullable().openapi({
      description: "Of a webhook: what its requests are signed with, shown this once.",
    }),
  })
  .openapi("AddedAlert");

const AlertTest = z
  .object({
    sent: z.boolean(),
    http_status: z.int().nullable(),
    problem: z.string().nullable().openapi({
      description: "What was wrong: our words, or the platform's own, cut short.",
    }),
  })
  .openapi("AlertTest");

const AlertDelivery = z
  .object({
    event_id: z.string(),
    type: z.enum(deskEventTypes),
    conversation_id: z.string().nullable(),
    at: z.string(),
    status: z.enum(["waiting", "sent", "given_up", "skipped"]).openapi({
      description: "`skipped`: a person had taken or answered it before a mail was due.",
    }),
    tries: z.int(),
    next_at: moment,
    http_status: z.int().nullable(),
    problem: z.string().nullable(),
    ended_at: moment,
  })
  .openapi("AlertDelivery");

const refused = {
  422: {
    description:
      "The address is not taken. `other_host`, `other_path`, `invalid_url`, `invalid_email`, `invalid_secret`: it is not of that kind. `secret_elsewhere`: a secret that is kept goes to no other address. `address_refused`: this server does not go there.",
    content: { "application/problem+json": { schema: Problem } },
  },
} as const;

/** Only an owner who has just re-authenticated may decide where customers' words are sent. */
const owners: FieldDemand = { role: "owner", scope: "keys:write", fresh: true };

const read = { role: "viewer", scope: "bots:read" } as const;
const write = {
  role: "editor",
  scope: "bots:write",
  fields: { url: owners, secret: owners, email: owners, with_text: owners },
} as const;
const tags = ["Alerts"];
const params = { params: BotPath };
const all = "/bots/{bot_id}/alerts" as const;
const one = `${all}/{alert_id}` as const;
const AlertPath = BotPath.extend({
  alert_id: z
    .string()
    .regex(/^[0-9a-z]{1,32}$/)
    .openapi({ param: { name: "alert_id", in: "path" } }),
});
const ofOne = { params: AlertPath };

export const alertRoutes = {
  listAlerts: adminRoute(read, {
    tags,
    method: "get",
    path: all,
    "x-meetbot-personal": "none",
    summary: "Where alerts are sent; never a whole address",
    request: params,
    responses: { 200: jsonAnswer(Alerts, "All of them.") },
  }),
  addAlert: adminRoute(write, {
    tags,
    method: "post",
    path: all,
    "x-meetbot-personal": "none",
    summary: "Adds a destination; the secret of a webhook is shown this once",
    request: { ...params, body: jsonBody(NewAlert) },
    responses: { 201: jsonAnswer(AddedAlert, "The destination."), ...refused },
  }),
  changeAlert: adminRoute(write, {
    tags,
    method: "patch",
    path: one,
    "x-meetbot-repeats": true,
    "x-meetbot-personal": "none",
    summary: "Changes what is named; switches it on and off",
    request: { ...ofOne, body: jsonBody(AlertChanges) },
    responses: { 200: jsonAnswer(Alert, "The destination as it is now."), ...refused },
  }),
  removeAlert: adminRoute(write, {
    tags,
    method: "delete",
    path: one,
    "x-meetbot-personal": "none",
    summary: "Takes a destination away, and what waits for it",
    request: ofOne,
    responses: { 204: { description: "It is gone." } },
  }),
  testAlert: adminRoute(write, {
    tags,
    method: "post",
    path: `${one}/test`,
    "x-meetbot-personal": "none",
    summary: "Sends a sample now, and tells what came back",
    request: ofOne,
    responses: { 200: jsonAnswer(AlertTest, "How it came out.") },
  }),
  listAlertDeliveries: adminRoute(read, {
    tags,
    method: "get",
    path: `${one}/deliveries`,
    "x-meetbot-personal": "none",
    summary: "The latest that were sent there, newest first, and how that came out",
    request: ofOne,
    responses: { 200: jsonAnswer(z.object({ data: z.array(AlertDelivery) }), "50 at the most.") },
  }),
};
