import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Context } from "hono";
import { problem } from "../../platform/http/problem.ts";
import type { WaitingStore } from "../../store/waiting/waiting-store.ts";
import { notFoundPage } from "../pages/front-page.ts";
import { gonePage, returnPage } from "../pages/return-page.ts";
import type { ChatDeps } from "./chat-api.ts";

/** The dependencies of returning to a chat by a link in an email. */
export interface ReturnDeps extends Pick<ChatDeps, "botOf" | "worker"> {
  returnLinks: Pick<WaitingStore, "isReturnLink" | "useReturnLink">;
  /** The token before opens the conversation no longer. */
  forgetTokens(ref: ConversationRef): void;
  /** Streams of the token before end, on all nodes. */
  signalReturn(ref: ConversationRef): void;
}

/**
 * `GET /chat/{bot_id}/r/{token}`: a page with a button. Mail scanners and previews open such links: that changes
 * nothing.
 */
export async function showReturnPage(c: Context, deps: ReturnDeps): Promise<Response> {
  const { botId, token } = named(c);
  const bot = await deps.botOf(botId);
  if (!bot) return notFoundPage(c);
  const isLiving = await deps.returnLinks.isReturnLink(botId, token);
  return isLiving ? returnPage(c, bot) : gonePage(c, bot);
}

/**
 * `POST /chat/{bot_id}/r/{token}`: resumes the conversation, once. Only the token that it returns opens the
 * conversation from now on, and the only proof left there is access to that mailbox.
 */
export async function returnToChat(c: Context, deps: ReturnDeps): Promise<Response> {
  const { botId, token } = named(c);
  const returned = (await deps.botOf(botId))
    ? await deps.returnLinks.useReturnLink(botId, token)
    : null;
  if (!returned) return problem(c, 410, "link_gone", linkGone);
  deps.forgetTokens(returned);
  deps.worker.wake(returned);
  deps.signalReturn(returned);
  return c.json({ conversation_id: returned.conversationId, token: returned.token });
}

const linkGone =
  "The link is none of this bot's, was used already, or is older than 7 days. Open the chat anew.";

const named = (c: Context) => {
  return { botId: c.req.param("bot_id") ?? "", token: c.req.param("token") ?? "" };
};
