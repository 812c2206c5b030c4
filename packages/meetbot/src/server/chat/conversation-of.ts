import type { Context } from "hono";
import { problem } from "../../platform/http/problem.ts";
import type { FoundConversation } from "../../store/mailbox/find-conversation.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";

/** Finds the conversation for a request's token; `null` if the token opens none of this bot's. */
export async function conversationOf(
  c: Context,
  find: Mailbox["find"],
): Promise<FoundConversation | null> {
  const [, token] =
    /^Bearer ([\x21-\x7e]{1,200})$/i.exec(c.req.header("authorization") ?? "") ?? [];
  return token ? find(c.req.param("bot_id") ?? "", token) : null;
}

/** Returns the error for a request without such a token. */
export function notYours(c: Context): Response {
  const message =
    "The token opens no conversation of this bot. Send `Authorization: Bearer <token>` with the token of a conversation that was used within the last 24 hours, or open a new one.";
  c.header("WWW-Authenticate", "Bearer");
  return problem(c, 401, "invalid_token", message);
}
