import { z } from "@hono/zod-openapi";
import { BotPath } from "./bots.ts";
import { AnyId } from "./deliveries.ts";
import { adminRoute, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import { PageQuery, pageOf } from "./shape/paging.ts";

/** A timestamp in the channel routes. */
export const Moment = z
  .string()
  .openapi({ description: "ISO 8601, UTC", example: "2026-12-01T08:00:00Z" });

/** A text for operators in each language of the console. */
export const InWords = z.object({ en: z.string(), zh: z.string() });

/** The details that a platform sends with a failure. */
export const platformNumbers = {
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

/** How a link is doing, on every channel. */
export const linkFields = {
  state: z.enum(["connected", "paused", "stopped"]),
  stopped_for: z.enum(["auth", "restricted"]).nullable(),
  paused_until: Moment.nullable(),
  connected_at: Moment,
  checked_at: Moment.nullable().openapi({
    description: "When the platform was last asked, and all was in order.",
  }),
  last_event_at: Moment.nullable().openapi({ description: "Its last event, about." }),
  last_failure: z
    .object({ at: Moment, class: FailureClass.nullable(), ...platformNumbers })
    .nullable()
    .openapi({ description: "What last paused or stopped it." }),
  waiting: z.int(),
  unknown: z.int().openapi({ description: "Nobody knows yet whether they arrived." }),
  failed: z.int().openapi({ description: "Given up, and not retried." }),
  profile_published_at: Moment.nullable(),
};

/** Returns the schema of the checks made on a platform's side, one item per check. */
export function checksOf<const Name extends string>(title: string, names: readonly Name[]) {
  return z.array(
    z
      .object({
        check: z.enum(names),
        outcome: z.enum(["ok", "failed", "not_made"]).openapi({
          description: "`not_made`: a check before it failed.",
        }),
        problem: z
          .object({ kind: z.string(), what: InWords, ...platformNumbers })
          .nullable()
          .openapi({ description: "What is wrong, why, and what to do." }),
      })
      .openapi(title),
  );
}

/** The permissions that the routes of a channel require. */
export const linkDemands = {
  read: { role: "viewer", scope: "bots:read" },
  write: { role: "editor", scope: "bots:write" },
  secretWrite: { role: "owner", scope: "keys:write", fresh: true },
} as const;

const letterDemands = {
  read: { role: "viewer", scope: "conversations:read" },
  retry: { role: "editor", scope: "conversations:write" },
} as const;

const toLetter = z.object({
  conversation_id: AnyId,
  seq: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

/** Returns the routes for undeliverable messages of a channel. `platform`: its name; `one`: the path of its routes. */
export function deadLetterRoutes<const One extends string>(one: One, platform: string) {
  const DeadLetter = z
    .object({
      conversation_id: z.string(),
      seq: z.int(),
      failed_at: Moment,
      failure: z
        .object({
          class: z.enum([...FailureClass.options, "no_page", "overwritten"]),
          ...platformNumbers,
        })
        .nullable(),
      retry: z
        .enum(["ready", "overwritten", "no_page", "page_stopped", "window_closed", "customer_gone"])
        .openapi({ description: "`ready`: it may be retried; else what stands against it." }),
    })
    .openapi(`${platform}DeadLetter`);
  const tags = [platform];
  const params = { params: BotPath };
  return {
    list: adminRoute(letterDemands.read, {
      method: "get",
      path: `${one}/failed`,
      "x-meetbot-personal": "masked",
      summary: `Messages to ${platform} that were given up, newest first; nothing of what they say`,
      tags,
      request: { ...params, query: PageQuery },
      responses: { 200: jsonAnswer(pageOf(DeadLetter), "A page.") },
    }),
    retry: adminRoute(letterDemands.retry, {
      method: "post",
      path: `${one}/failed/retry`,
      "x-meetbot-personal": "none",
      summary: "Puts a message again, at the end of its conversation",
      tags,
      request: { ...params, body: jsonBody(toLetter) },
      responses: { 204: { description: "It is queued." } },
    }),
    retryAll: adminRoute(letterDemands.retry, {
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
            left: z.int().openapi({ description: "That may be retried too: call once more." }),
          }),
          "They are queued.",
        ),
      },
    }),
  };
}
