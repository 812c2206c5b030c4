import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Context } from "hono";
import { notFoundPage } from "../../../server/pages/front-page.ts";
import type { WaysStore } from "../ways/ways-store.ts";
import { stopPage, stoppedPage } from "./stop-mails-page.ts";

/** The dependencies for unsubscribing from mails. */
export interface StopMailsDeps {
  botOf(botId: string): Promise<Bot | null>;
  ways: WaysStore;
}

/**
 * `GET /chat/{bot_id}/u/{token}`: a page with a button. Mail scanners and previews open such links, so opening one
 * changes nothing and does not reveal whether the token is valid.
 */
export async function showStopPage(c: Context, deps: StopMailsDeps): Promise<Response> {
  const bot = await deps.botOf(c.req.param("bot_id") ?? "");
  return bot ? stopPage(c, bot) : notFoundPage(c);
}

/**
 * `POST /chat/{bot_id}/u/{token}`: ends the update mails at once and without signing in (RFC 8058). A repeated request
 * changes nothing, and an invalid token gets the same answer.
 */
export async function stopMails(c: Context, deps: StopMailsDeps): Promise<Response> {
  const botId = c.req.param("bot_id") ?? "";
  const bot = await deps.botOf(botId);
  if (!bot) return notFoundPage(c);
  const ref = await deps.ways.readStopToken(botId, c.req.param("token") ?? "");
  if (ref) await deps.ways.endNewsEmail(ref, "unsubscribed");
  return stoppedPage(c, bot);
}
