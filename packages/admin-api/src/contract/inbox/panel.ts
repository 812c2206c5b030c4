import { z } from "@hono/zod-openapi";
import { intents } from "@meetbot/model/conversation/recognition.ts";
import { customerLocales } from "@meetbot/presentation";
import { ConversationPath } from "../conversations.ts";
import { adminRoute, jsonAnswer, jsonBody, tooMany } from "../shape/admin-route.ts";
import { InboxProblem, Moved } from "./inbox.ts";

const Moment = z.string().openapi({ description: "ISO 8601, UTC" });

const Level = z.enum(["0", "package", "1", "2"]).openapi({
  description: "How much of it the customer sees: see “Who may see what”.",
});

const Item = z
  .record(z.string(), z.unknown())
  .openapi({ description: "An order or a package by the wire's own fields." });

/** An order or a package as it is, or as the customer sees it. */
const Shown = z.object({
  kind: z.enum(["order", "package"]),
  /** Null: it is hidden from the customer. */
  number: z.string().nullable(),
  level: Level,
  until: Moment.nullable().openapi({ description: "When the proof behind the level ends." }),
  item: Item.openapi({ description: "What the customer was shown of it." }),
  seq: z.int().openapi({ description: "The last message that showed it." }),
  at: Moment,
});

const Proof = z.object({
  kind: z.enum(["account", "number"]),
  value: z.string(),
  source: z.enum(["typed", "listed", "signed", "code", "link", "owned"]),
  until: Moment,
});

const Earlier = z.object({
  conversation_id: z.string(),
  channel: z.string(),
  started_at: Moment,
  active_at: Moment,
});

export const InboxPanel = z
  .object({
    masked: z.boolean(),
    channel: z.string(),
    locale: z.enum(customerLocales),
    started_at: Moment,
    window_ends_at: Moment.nullable().openapi({
      description: "Until when the platform takes a person's answer; null: at any time.",
    }),
    mailed: z.boolean().openapi({
      description:
        "What people answer is mailed too, where the customer has not seen it after a minute: they left an email, or proved a mailbox.",
    }),
    account: z.string().nullable().openapi({ description: "The account that is proved by now." }),
    linked: z
      .boolean()
      .openapi({ description: "They signed in to it at the shop, from this chat." }),
    proofs: z.array(Proof),
    asked: z
      .array(
        z.object({
          seq: z.int(),
          at: Moment,
          intent: z.enum(intents),
          topic: z.string().nullable(),
          topic_name: z
            .string()
            .nullable()
            .openapi({ description: "What the shop calls a topic of its own." }),
        }),
      )
      .openapi({ description: "What the customer wrote about lately, the last one first." }),
    numbers: z
      .array(
        z.object({
          kind: z.enum(["order", "package"]).nullable(),
          number: z.string(),
          shop: z.enum(["known", "unknown", "not_asked"]).openapi({
            description: "`unknown`: the shop says that it has none of this number.",
          }),
        }),
      )
      .openapi({ description: "Numbers that the customer named, each once." }),
    shown: z.array(Shown).openapi({ description: "The last one first." }),
    failed: z.object({
      deliveries: z.array(z.object({ delivery_id: z.string(), outcome: z.string(), at: Moment })),
      not_understood: z.int(),
    }),
    filling: z
      .object({
        "operator.name": z.string().nullable(),
        "customer.name": z.string().nullable(),
        "hours.next_open": z.string().nullable(),
      })
      .openapi({
        description: "What canned replies are filled in with, beside orders and packages.",
      }),
    earlier: z
      .array(Earlier)
      .openapi({ description: "Other conversations in which the same account was proved." }),
  })
  .openapi("InboxPanel");

const byNumber = {
  order_number: z.string().trim().min(1).max(64).optional(),
  package_number: z.string().trim().min(1).max(64).optional(),
};
const one = (given: object) =>
  Object.values(given).filter((value) => value !== undefined).length === 1;
const exactlyOne = "Name exactly one: an order number, a package number or an account.";

export const LookUp = z
  .object({
    ...byNumber,
    user_account: z.string().trim().min(1).max(254).optional(),
    filter: z.enum(["open", "past", "unpaid"]).optional().openapi({
      description: "Which of an account's orders; those in progress unless said.",
    }),
    page: z.int().min(1).max(100).optional().openapi({
      description: "Of an account's orders, while `has_next_page` says that there are more.",
    }),
  })
  .refine(
    ({ order_number, package_number, user_account }) =>
      one({ order_number, package_number, user_account }),
    exactlyOne,
  );

export const LookedUp = z
  .object({
    outcome: z.enum(["found", "not_found", "unavailable"]),
    items: z.array(
      z.object({
        kind: z.enum(["order", "package"]),
        number: z.string(),
        item: Item.openapi({ description: "All that the shop says of it." }),
        level: Level.nullable().openapi({
          description: "At which level the customer sees it; null: they see nothing of it.",
        }),
        shown: Item.nullable().openapi({ description: "What the customer sees of it." }),
      }),
    ),
    has_next_page: z.boolean(),
  })
  .openapi("LookedUp");

const read = { role: "viewer", scope: "inbox:read" } as const;
const write = { role: "editor", scope: "inbox:write" } as const;
const tags = ["Inbox"];
const conversation = "/bots/{bot_id}/conversations/{conversation_id}" as const;
const params = ConversationPath;

export const inboxPanelRoutes = {
  readPanel: adminRoute(read, {
    tags,
    method: "get",
    path: `${conversation}/panel`,
    "x-meetbot-personal": "masked",
    summary: "What is known of a customer and their orders, personal data masked",
    request: { params },
    responses: { 200: jsonAnswer(InboxPanel, "From what is recorded; nobody is asked for it.") },
  }),
  revealPanel: adminRoute(write, {
    "x-meetbot-reads": true,
    tags,
    method: "post",
    path: `${conversation}/panel/reveal`,
    "x-meetbot-personal": "revealed",
    summary: "The same with personal data; recorded in the audit",
    request: { params },
    responses: { 200: jsonAnswer(InboxPanel, "From what is recorded; nobody is asked for it.") },
  }),
  lookUp: adminRoute(write, {
    "x-meetbot-reads": true,
    tags,
    method: "post",
    path: `${conversation}/look-up`,
    "x-meetbot-personal": "revealed",
    summary: "Asks the shop for an order, a package or an account's orders",
    description:
      "A signed query of the operator's own, in the log of deliveries and in the audit: there by its fingerprint. It changes nothing for the customer.",
    request: { params, body: jsonBody(LookUp) },
    responses: {
      200: jsonAnswer(LookedUp, "What the shop says."),
      429: tooMany("look-ups within an hour"),
    },
  }),
  sendCard: adminRoute(write, {
    tags,
    method: "post",
    path: `${conversation}/cards`,
    "x-meetbot-personal": "none",
    "x-meetbot-repeats": true,
    summary: "Sends the card of an order or a package, as far as the customer may see it",
    description:
      "The shop is asked at this moment. In a conversation that nobody has, it takes it. The same `Idempotency-Key` sends it once.",
    request: {
      params,
      body: jsonBody(
        z
          .object({
            ...byNumber,
            seen_seq: z
              .int()
              .min(0)
              .max(2 ** 31 - 1)
              .optional(),
            version: z
              .int()
              .min(0)
              .max(2 ** 31 - 1)
              .optional(),
            overtake: z.boolean().optional(),
          })
          .refine(
            ({ order_number, package_number }) => one({ order_number, package_number }),
            "Name exactly one: an order number or a package number.",
          ),
      ),
    },
    responses: {
      200: jsonAnswer(Moved, "It is sent."),
      409: {
        description:
          "As for a message. `nothing_to_show`: the customer may see nothing of it. `number_unknown`: the shop has none of this number. `shop_unavailable`: the shop does not answer.",
        content: { "application/problem+json": { schema: InboxProblem } },
      },
      429: tooMany("look-ups within an hour"),
    },
  }),
  readDraft: adminRoute(write, {
    tags,
    method: "get",
    path: `${conversation}/draft`,
    "x-meetbot-personal": "revealed",
    summary: "What the bot would answer to the customer's last message",
    description:
      "While a person has the conversation. The shop may be asked for it, as by a look-up; nothing is stored or sent.",
    request: { params },
    responses: {
      200: jsonAnswer(
        z
          .object({
            seq: z.int().nullable().openapi({ description: "The message that it answers." }),
            text: z
              .string()
              .nullable()
              .openapi({ description: "Null: the bot would say nothing." }),
          })
          .openapi("Draft"),
        "As the customer would read it now.",
      ),
      429: tooMany("drafts within an hour"),
    },
  }),
};
