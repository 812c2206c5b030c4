import { z } from "@hono/zod-openapi";
import { bridgeKinds } from "@meetbot/model/bridge/bridge.ts";
import { BotPath } from "./bots.ts";
import { adminRoute, type FieldDemand, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import { Problem } from "./shape/problem.ts";

const locale = z.enum(["en", "zh"]);
const moment = z.string().nullable();

export const Bridge = z
  .object({
    kind: z.enum(bridgeKinds),
    shown: z.string().openapi({ description: "So much of its address as may be seen." }),
    locale: locale.openapi({ description: "In which language its notes are." }),
    with_numbers: z.boolean(),
    enabled: z.boolean(),
    hears: z.boolean().openapi({ description: "It calls an address of this server." }),
    created_at: z.string(),
    last_done_at: moment.openapi({ description: "When the desk last took something." }),
    failing_since: moment.openapi({ description: "Since then it took nothing." }),
    problem: z.string().nullable().openapi({
      description: "What was wrong with the last try: our words, or the desk's own, cut short.",
    }),
    behind: z.int().openapi({ description: "Conversations of which it does not know all yet." }),
    stopped_for: z.enum(["failing", "gone"]).nullable().openapi({
      description: "Why Meetbot switched it off: it took nothing for a day, or is gone for good.",
    }),
    stopped_at: moment,
  })
  .openapi("Bridge");

const BotBridge = z
  .object({
    bridge: Bridge.nullable(),
    has_links: z.boolean().openapi({
      description: "Notes link to the console: MEETBOT_PUBLIC_URL says where it is.",
    }),
    has_mail: z.boolean().openapi({ description: "There is a mail server." }),
  })
  .openapi("BotBridge");

const BridgeWishes = z
  .object({
    kind: z.enum(bridgeKinds).optional(),
    fields: z
      .record(z.string().regex(/^[a-z][a-z_]{0,39}$/), z.string().max(2_000))
      .refine((fields) => Object.keys(fields).length <= 20)
      .optional()
      .openapi({
        description:
          "How the desk is reached, as its kind asks for it (`email`: `email`, a mailbox; `chatwoot`: `url`, `account`, `inbox`, `token`, `secret`, and `identity` where the inbox enforces it). What is left out stays; told never again.",
      }),
    with_numbers: z.boolean().optional().openapi({
      description:
        "Order numbers, and what the bot answered about orders, go to the desk as they are; otherwise they are masked or left out.",
    }),
    locale: locale.optional(),
    enabled: z
      .boolean()
      .optional()
      .openapi({ description: "`true` also for one that was stopped." }),
    new_address: z.boolean().optional().openapi({
      description: "The desk is to call another address from now on.",
    }),
  })
  .openapi("BridgeWishes");

const SetBridge = z
  .object({
    bridge: Bridge,
    hook_url: z.string().nullable().openapi({
      description: "The URL for the desk's webhook. It is a secret, shown only when it is new.",
    }),
  })
  .openapi("SetBridge");

const BridgeTest = z
  .object({
    done: z.boolean(),
    problem: z.string().nullable().openapi({
      description: "What was wrong: our words, or the desk's own, cut short.",
    }),
  })
  .openapi("BridgeTest");

const refused = {
  422: {
    description:
      "It is not taken. `invalid_field`: `errors` says which, and why as a code. `address_refused`: this server does not go there.",
    content: { "application/problem+json": { schema: Problem } },
  },
} as const;

/** Only an owner who has just re-authenticated may decide where customers' words are sent. */
const owners: FieldDemand = { role: "owner", scope: "keys:write", fresh: true };

const read = { role: "viewer", scope: "bots:read" } as const;
const write = {
  role: "editor",
  scope: "bots:write",
  fields: { kind: owners, fields: owners, with_numbers: owners, new_address: owners },
} as const;
const tags = ["Bridge"];
const request = { params: BotPath };
const path = "/bots/{bot_id}/bridge" as const;

export const bridgeRoutes = {
  readBridge: adminRoute(read, {
    tags,
    method: "get",
    path,
    "x-meetbot-personal": "none",
    summary: "The desk of the shop's own that conversations are handed to",
    request,
    responses: { 200: jsonAnswer(BotBridge, "`bridge` is null where there is none.") },
  }),
  setBridge: adminRoute(write, {
    tags,
    method: "put",
    path,
    "x-meetbot-personal": "none",
    summary: "Hands conversations there from now on; what is left out stays as it is",
    request: { ...request, body: jsonBody(BridgeWishes) },
    responses: { 200: jsonAnswer(SetBridge, "The bridge as it is now."), ...refused },
  }),
  removeBridge: adminRoute(write, {
    tags,
    method: "delete",
    path,
    "x-meetbot-personal": "none",
    summary: "Hands nothing over any more; what somebody holds in the desk waits here again",
    request,
    responses: { 204: { description: "It is gone." } },
  }),
  testBridge: adminRoute(write, {
    tags,
    method: "post",
    path: `${path}/test`,
    "x-meetbot-personal": "none",
    summary: "Tries now whether the desk can be reached, and tells what came back",
    request,
    responses: { 200: jsonAnswer(BridgeTest, "How it came out.") },
  }),
};
