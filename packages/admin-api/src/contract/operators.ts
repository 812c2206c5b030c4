import { z } from "@hono/zod-openapi";
import { exportPlace, exportStart } from "../limits/export-place.ts";
import { adminRoute, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import {
  Invitation,
  Invited,
  invitationId,
  NewEmail,
  operatorId,
  Role,
  SignInLink,
} from "./shape/invitations.ts";
import { PageQuery, pageOf } from "./shape/paging.ts";

/** A user who can sign in to the console. */
const Operator = z
  .object({
    operator_id: z.string(),
    name: z.string(),
    email: z.string(),
    administrator: z.boolean(),
    created_at: z.string(),
    signed_in_at: z.string().nullable().openapi({ description: "The last time; null: never." }),
    roles: z
      .array(z.object({ bot_id: z.string(), role: Role }))
      .openapi({ description: "Roles that were given; administrators own every bot besides." }),
  })
  .openapi("Operator");

const Operators = z
  .object({
    data: z.array(Operator),
    invitations: z.array(Invitation).openapi({ description: "Not opened yet, to every bot." }),
  })
  .openapi("Operators");

const OperatorAuditEntry = z
  .object({
    id: z.string(),
    at: z.string(),
    actor: z.string(),
    action: z.string().openapi({ example: "role_changed" }),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi("OperatorAuditEntry");

const ExportedAuditEntry = OperatorAuditEntry.extend({
  bot_id: z.string().nullable().openapi({ description: "null: an entry of the log of operators." }),
}).openapi("ExportedAuditEntry");

const tags = ["Operators"];
const read = { role: "administrator", scope: "people:read" } as const;
const write = { role: "administrator", scope: "people:write" } as const;
const params = { params: z.object({ operator_id: operatorId }) };

export const operatorRoutes = {
  listOperators: adminRoute(read, {
    method: "get",
    path: "/operators",
    "x-meetbot-personal": "none",
    summary: "Everybody who signs in, and who is invited",
    tags,
    responses: { 200: jsonAnswer(Operators, "All of them.") },
  }),
  inviteOperator: adminRoute(
    { ...write, fresh: true },
    {
      method: "post",
      path: "/operators/invitations",
      "x-meetbot-personal": "none",
      summary: "Invites an operator or an administrator; the link is shown this once",
      tags,
      request: {
        body: jsonBody(z.object({ email: NewEmail, administrator: z.boolean().default(false) })),
      },
      responses: { 201: jsonAnswer(Invited, "The link, or who is an administrator now.") },
    },
  ),
  revokeLink: adminRoute(write, {
    method: "delete",
    path: "/operators/invitations/{invitation_id}",
    "x-meetbot-personal": "none",
    summary: "Revokes an invitation, to whichever bot",
    tags,
    request: { params: z.object({ invitation_id: invitationId }) },
    responses: { 204: { description: "It is revoked." } },
  }),
  createSignInLink: adminRoute(
    // A token that could create its own session would escape its scopes.
    { ...write, session: true, fresh: true },
    {
      method: "post",
      path: "/operators/{operator_id}/link",
      "x-meetbot-personal": "none",
      summary: "Makes a link that signs an operator in once, who is locked out",
      description: "A new one ends the one before.",
      tags,
      request: params,
      responses: { 201: jsonAnswer(SignInLink, "The link.") },
    },
  ),
  changeOperator: adminRoute(
    { ...write, fresh: true },
    {
      method: "patch",
      path: "/operators/{operator_id}",
      "x-meetbot-personal": "none",
      summary: "Makes an operator an administrator, or an operator again",
      tags,
      request: { ...params, body: jsonBody(z.object({ administrator: z.boolean() })) },
      responses: { 204: { description: "It is so now." } },
    },
  ),
  removeOperator: adminRoute(
    { ...write, fresh: true },
    {
      method: "delete",
      path: "/operators/{operator_id}",
      "x-meetbot-personal": "none",
      summary: "Removes an operator, with their sessions, API tokens and invitations",
      tags,
      request: params,
      responses: { 204: { description: "They cannot sign in any more." } },
    },
  ),
  exportAudit: adminRoute(read, {
    method: "get",
    path: "/audit",
    "x-meetbot-personal": "none",
    summary:
      "All that the audit logs of bots and of operators say, oldest first, for a system that keeps them",
    description:
      "Ask again with the `id` of the last entry as `after`; where `data` is empty, ask again later. Entries of the last minute are left out: no entry is missed then, and none comes twice.",
    tags,
    request: {
      query: z.object({
        after: z
          .string()
          .refine((id) => exportPlace.test(id))
          .default(exportStart)
          .openapi({
            description: "The `id` of an entry; from the beginning by default.",
            example: "1764000000123456.bot.17",
          }),
        limit: z.coerce.number().int().min(1).max(1000).default(500),
      }),
    },
    responses: {
      200: jsonAnswer(z.object({ data: z.array(ExportedAuditEntry) }), "The next entries."),
    },
  }),
  listOperatorAudit: adminRoute(read, {
    method: "get",
    path: "/operators/audit",
    "x-meetbot-personal": "none",
    summary: "Who signed in, was invited, and got or lost what; newest first",
    tags,
    request: { query: PageQuery.extend({ action: z.string().max(40).optional() }) },
    responses: { 200: jsonAnswer(pageOf(OperatorAuditEntry), "A page of the entries.") },
  }),
};
