import { z } from "@hono/zod-openapi";
import { defaultOverlapS, maxOverlapS } from "../limits/overlap-limits.ts";
import { BotPath } from "./bots.ts";
import { adminRoute, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import { EndpointTest } from "./webhook.ts";

const Moment = z
  .string()
  .openapi({ description: "ISO 8601, UTC", example: "2026-12-01T08:00:00Z" });
const Kind = z.enum(["signing", "identity", "push"]);
const Stage = z.enum(["next", "current", "previous"]);
const Fingerprint = z.string().openapi({
  description: "The first 8 hexadecimal digits of the secret's SHA-256.",
  example: "5ec2e7a1",
});
const Overlap = z.int().min(0).max(maxOverlapS);

/** The displayable fields of a secret: everything but its value. */
export const Key = z
  .object({
    kind: Kind,
    stage: Stage,
    fingerprint: Fingerprint,
    created_at: Moment,
    created_by: z.string().nullable().openapi({ description: "As the audit names them." }),
    ends_at: Moment.nullable().openapi({ description: "Of a previous one: when it ends." }),
    overlap_s: z.int().nullable().openapi({
      description: "Of a next one: how long the one it replaces will live beside it.",
    }),
    last_used_at: Moment.nullable().openapi({
      description:
        "About when the webhook last answered a query whose X-Hub-Signature it made, or the shop last vouched for a shopper or pushed with it; null: not seen yet.",
    }),
    last_test: EndpointTest.nullable().openapi({
      description: "Of a signing secret: the last test of the endpoint with it.",
    }),
  })
  .openapi("Key");

const Keys = z
  .object({
    now: Moment.openapi({ description: "By the server's clock, to count down from." }),
    endpoint: z.string().openapi({ description: "The URL that a test must be of to count." }),
    secrets: z.array(Key).openapi({
      description:
        "The signing secrets, then the identity and the push secrets; the current one first.",
    }),
    push_fingerprint: Fingerprint.nullable().openapi({
      description:
        "Of the current push secret; null: none was made yet, and a rotation makes the first one.",
    }),
  })
  .openapi("Keys");

const NewKey = z
  .object({
    kind: Kind,
    stage: Stage,
    fingerprint: Fingerprint,
    secret: z.string().openapi({ description: "Shown this once.", example: "whsec_…" }),
    previous_ends_at: Moment.nullable().openapi({
      description: "null: the one before is still in use, or there was none.",
    }),
    ended: z.array(Fingerprint).openapi({ description: "Secrets that ended early." }),
  })
  .openapi("NewKey");

const Rotation = z
  .object({
    overlap_s: Overlap.default(defaultOverlapS).openapi({
      description: "How long the one that is replaced stays valid, in seconds: 7 days at most.",
    }),
    force: z.boolean().default(false).openapi({
      description: "Ends at once what an earlier rotation left.",
    }),
  })
  .openapi("Rotation");

const Promotion = z
  .object({
    overlap_s: Overlap.optional().openapi({
      description: "Another one than the rotation said.",
    }),
    untested: z.boolean().default(false).openapi({ description: "Do not ask the endpoint." }),
  })
  .openapi("Promotion");

const Promoted = z
  .object({
    fingerprint: Fingerprint,
    previous_ends_at: Moment,
    test: EndpointTest.nullable().openapi({ description: "null: it was not asked." }),
  })
  .openapi("Promoted");

const Revocation = z
  .object({
    stage: Stage,
    fingerprint: Fingerprint.max(64)
      .optional()
      .openapi({ description: "Ends it only if it is still this one." }),
  })
  .openapi("Revocation");

const Revoked = z
  .object({
    ended: z.array(Fingerprint),
    current: z.enum(["unchanged", "next", "replacement"]).openapi({
      description: "What is in use now: the same as before, the next one, or a new one.",
    }),
    replacement: NewKey.nullable(),
  })
  .openapi("Revoked");

const read = { role: "viewer", scope: "keys:read" } as const;
const write = { role: "owner", scope: "keys:write", fresh: true } as const;
const tags = ["Keys"];
const params = { params: BotPath };
const KindPath = BotPath.extend({
  kind: Kind.openapi({ param: { name: "kind", in: "path" } }),
});

export const keyRoutes = {
  listKeys: adminRoute(read, {
    method: "get",
    path: "/bots/{bot_id}/keys",
    "x-meetbot-personal": "none",
    summary: "The bot's secrets by stage and fingerprint; never a secret itself",
    tags,
    request: params,
    responses: { 200: jsonAnswer(Keys, "The secrets that live.") },
  }),
  rotateSigning: adminRoute(write, {
    method: "post",
    path: "/bots/{bot_id}/keys/signing/rotate",
    "x-meetbot-personal": "none",
    summary: "Makes the next signing secret, which is shown this once and waits to be promoted",
    tags,
    request: { ...params, body: jsonBody(Rotation) },
    responses: { 201: jsonAnswer(NewKey, "The next secret.") },
  }),
  promoteSigning: adminRoute(write, {
    method: "post",
    path: "/bots/{bot_id}/keys/signing/promote",
    "x-meetbot-personal": "none",
    summary: "Asks the endpoint with the next secret alone, and makes it the current one",
    tags,
    request: { ...params, body: jsonBody(Promotion) },
    responses: { 200: jsonAnswer(Promoted, "It is the current one.") },
  }),
  rotateIdentity: adminRoute(write, {
    method: "post",
    path: "/bots/{bot_id}/keys/identity/rotate",
    "x-meetbot-personal": "none",
    summary: "Makes a new identity secret, which is valid at once and shown this once",
    tags,
    request: { ...params, body: jsonBody(Rotation) },
    responses: { 201: jsonAnswer(NewKey, "The current secret.") },
  }),
  rotatePush: adminRoute(write, {
    method: "post",
    path: "/bots/{bot_id}/keys/push/rotate",
    "x-meetbot-personal": "none",
    summary: "Makes a new push secret, or the first, which is valid at once and shown this once",
    tags,
    request: { ...params, body: jsonBody(Rotation) },
    responses: { 201: jsonAnswer(NewKey, "The current secret.") },
  }),
  revokeKey: adminRoute(write, {
    method: "post",
    path: "/bots/{bot_id}/keys/{kind}/revoke",
    "x-meetbot-personal": "none",
    summary: "Ends a secret at once; a current one is replaced, by the next one or a new one",
    tags,
    request: { params: KindPath, body: jsonBody(Revocation) },
    responses: { 200: jsonAnswer(Revoked, "It has ended.") },
  }),
};
