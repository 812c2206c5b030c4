import { z } from "@hono/zod-openapi";
import { scopes } from "@meetbot/model/operator.ts";
import { maxPublicNameLength, nameRules } from "../limits/name-rules.ts";
import { passwordRules } from "../limits/password-rules.ts";
import { AnyId } from "./deliveries.ts";
import { Me } from "./session.ts";
import { adminRoute, jsonAnswer, jsonBody, tooMany } from "./shape/admin-route.ts";

const Moment = z
  .string()
  .openapi({ description: "ISO 8601, UTC", example: "2026-12-01T08:00:00Z" });

/** A name that an operator gives to a thing they own or to themselves. */
const Name = z
  .string()
  .trim()
  .min(1)
  .max(nameRules.maxLength)
  .regex(nameRules.visible, nameRules.visibleOnly);

const PublicName = z
  .string()
  .max(400)
  .nullable()
  .openapi({
    description: `What customers read. ${maxPublicNameLength} characters at most, and no address of a page; null or nothing visible: the first word of the name.`,
    example: "Ada from Meetbot",
  });

const Password = z
  .object({
    is_set: z.boolean(),
    changed_at: Moment.nullable(),
  })
  .openapi("Password");

const Passkey = z
  .object({
    passkey_id: z.string(),
    name: z.string(),
    is_synced: z.boolean().openapi({ description: "Kept by more than one device." }),
    created_at: Moment.nullable(),
  })
  .openapi("Passkey");

const Session = z
  .object({
    session_id: z.string(),
    is_this: z.boolean().openapi({ description: "The one that asks." }),
    user_agent: z.string().openapi({ description: "What the browser says it is." }),
    created_at: Moment,
    last_used_at: Moment.openapi({ description: "To five minutes." }),
  })
  .openapi("Session");

const ApiToken = z
  .object({
    token_id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    bot_id: z
      .string()
      .nullable()
      .openapi({ description: "The only bot it is for; null: all of its operator's." }),
    created_at: Moment,
    expires_at: Moment,
    last_used_at: Moment.nullable().openapi({ description: "To a minute; null: never." }),
  })
  .openapi("ApiToken");

const NewApiToken = z
  .object({
    name: Name.openapi({ description: "What it is for.", example: "nightly export" }),
    scopes: z.array(z.enum(scopes)).min(1),
    bot_id: z.string().max(64).nullable().default(null),
    expires_in_days: z
      .union([z.literal(30), z.literal(90), z.literal(365)])
      .nullable()
      .openapi({ description: "A year is the longest there is; null asks for that." }),
  })
  .openapi("NewApiToken");

const read = { role: "operator", scope: "people:read" } as const;
const write = { role: "operator", scope: "people:write", session: true } as const;
const freshWrite = { ...write, fresh: true } as const;
const tags = ["Account"];

const PasskeyPath = z.object({
  passkey_id: AnyId.openapi({ param: { name: "passkey_id", in: "path" } }),
});
const SessionPath = z.object({
  session_id: AnyId.openapi({ param: { name: "session_id", in: "path" } }),
});
const TokenPath = z.object({
  token_id: AnyId.openapi({ param: { name: "token_id", in: "path" } }),
});

const passwordText = `${passwordRules.minPasswordLength} to ${passwordRules.maxPasswordLength} characters, and none of the first to be tried.`;

/** Routes for the operator's own account: sign-in methods, active sessions and API tokens. */
export const accountRoutes = {
  rename: adminRoute(write, {
    method: "patch",
    path: "/me",
    "x-meetbot-personal": "none",
    summary: "Changes what the operator is called, by colleagues and by customers",
    tags,
    request: { body: jsonBody(z.object({ name: Name, public_name: PublicName }).partial()) },
    responses: { 200: jsonAnswer(Me, "The caller as they are now.") },
  }),
  readPassword: adminRoute(read, {
    method: "get",
    path: "/me/password",
    "x-meetbot-personal": "none",
    summary: "Whether the operator has a password",
    tags,
    responses: { 200: jsonAnswer(Password, "Since when, not which.") },
  }),
  setPassword: adminRoute(freshWrite, {
    method: "put",
    path: "/me/password",
    "x-meetbot-personal": "none",
    summary: "Chooses a password, and ends all other sessions",
    tags,
    request: {
      body: jsonBody(
        z.object({
          password: z
            .string()
            .min(passwordRules.minPasswordLength)
            .max(passwordRules.maxPasswordLength)
            .openapi({ description: passwordText, format: "password" }),
        }),
      ),
    },
    responses: {
      200: jsonAnswer(
        z.object({ password: Password, ended_sessions: z.int() }),
        "It counts from now on.",
      ),
      429: tooMany("passwords at once"),
    },
  }),
  listPasskeys: adminRoute(read, {
    method: "get",
    path: "/me/passkeys",
    "x-meetbot-personal": "none",
    summary: "The operator's passkeys; a browser registers one at `/api/auth/passkey`",
    tags,
    responses: { 200: jsonAnswer(z.object({ data: z.array(Passkey) }), "All of them.") },
  }),
  renamePasskey: adminRoute(write, {
    method: "patch",
    path: "/me/passkeys/{passkey_id}",
    "x-meetbot-personal": "none",
    summary: "Gives a passkey another name",
    tags,
    request: { params: PasskeyPath, body: jsonBody(z.object({ name: Name })) },
    responses: { 204: { description: "It is called that now." } },
  }),
  removePasskey: adminRoute(freshWrite, {
    method: "delete",
    path: "/me/passkeys/{passkey_id}",
    "x-meetbot-personal": "none",
    summary: "Removes a passkey, unless nobody could sign in without it",
    tags,
    request: { params: PasskeyPath },
    responses: { 204: { description: "Nobody signs in with it any more." } },
  }),
  listSessions: adminRoute(read, {
    method: "get",
    path: "/me/sessions",
    "x-meetbot-personal": "none",
    summary: "Where the operator is signed in, last used first",
    tags,
    responses: { 200: jsonAnswer(z.object({ data: z.array(Session) }), "All of them.") },
  }),
  endOtherSessions: adminRoute(write, {
    method: "delete",
    path: "/me/sessions",
    "x-meetbot-personal": "none",
    summary: "Ends all sessions but the one that asks",
    tags,
    responses: { 200: jsonAnswer(z.object({ ended_sessions: z.int() }), "How many there were.") },
  }),
  endSession: adminRoute(write, {
    method: "delete",
    path: "/me/sessions/{session_id}",
    "x-meetbot-personal": "none",
    summary: "Ends one session",
    tags,
    request: { params: SessionPath },
    responses: { 204: { description: "That browser is signed out." } },
  }),
  listTokens: adminRoute(read, {
    method: "get",
    path: "/me/tokens",
    "x-meetbot-personal": "none",
    summary: "The operator's API tokens, newest first",
    tags,
    responses: { 200: jsonAnswer(z.object({ data: z.array(ApiToken) }), "All of them.") },
  }),
  createToken: adminRoute(freshWrite, {
    method: "post",
    path: "/me/tokens",
    "x-meetbot-personal": "none",
    summary: "Makes an API token, and shows it this once",
    tags,
    request: { body: jsonBody(NewApiToken) },
    responses: {
      201: jsonAnswer(
        z.object({ api_token: ApiToken, token: z.string().openapi({ example: "mbt_…" }) }),
        "The token; only its hash is kept.",
      ),
    },
  }),
  revokeToken: adminRoute(write, {
    method: "delete",
    path: "/me/tokens/{token_id}",
    "x-meetbot-personal": "none",
    summary: "Ends an API token",
    tags,
    request: { params: TokenPath },
    responses: { 204: { description: "Nobody calls with it any more." } },
  }),
};
