import type { Context } from "hono";
import type { Logger } from "pino";
import { ChannelError } from "../channels/channel.ts";
import { readBody, type WebhookBody } from "../channels/messenger/read-body.ts";
import { toFacts } from "../channels/messenger/to-facts.ts";
import { isSigned, verifySubscription } from "../channels/messenger/verify.ts";
import type { ConnectedPage, MessengerFact } from "../model/messenger.ts";
import type { Metrics } from "./metrics.ts";
import { problem } from "./problem.ts";
import type { NoteSighting } from "./sighting-notes.ts";

/** Bodies of more than 300 kB were seen: Meta escapes what is not ASCII, and gathers events. */
export const maxWebhookBytes = 4 * 1024 * 1024;

/** What the webhook needs. */
export interface WebhookParts {
  /** Stores all that a webhook body says. */
  admit(botId: string, pageId: string, facts: MessengerFact[]): Promise<void>;
  pageOf(botId: string): Promise<ConnectedPage | null>;
  noteSighting: NoteSighting;
  onWebhook: Metrics["onWebhook"];
  log: Logger;
}

/** `GET /channels/messenger/{bot_id}`: Meta makes sure that this is the webhook that was named to it. */
export async function answerChallenge(c: Context, parts: WebhookParts): Promise<Response> {
  const page = await parts.pageOf(c.req.param("bot_id") ?? "");
  if (!page) return notConnected(c);
  return verifySubscription(new URL(c.req.url).searchParams, page.verifyToken);
}

/**
 * `POST /channels/messenger/{bot_id}`: 200 once all that the body says is stored. What is signed and
 * means nothing here gets 200 too: refused, it would come again, and take the page offline.
 */
export async function receiveWebhook(c: Context, parts: WebhookParts): Promise<Response> {
  const botId = c.req.param("bot_id") ?? "";
  const page = await parts.pageOf(botId);
  if (!page) return notConnected(c);
  const body = new Uint8Array(await c.req.arrayBuffer());
  if (!isSigned(body, c.req.header("x-hub-signature-256"), page.appSecret)) {
    parts.onWebhook("bad_signature");
    parts.log.warn({ bot: botId }, "a webhook of Messenger was refused: its signature is wrong");
    const message =
      "X-Hub-Signature-256 is not the HMAC-SHA256 of this body with the app secret that the page was connected with.";
    return problem(c, 401, "invalid_signature", message);
  }
  const facts = toFacts(read(body, botId, parts).events, page);
  if (facts.length > 0) {
    await parts.admit(botId, page.pageId, facts);
    parts.noteSighting(botId, { kind: "conversation", name: "messenger" });
  }
  parts.onWebhook(facts.length > 0 ? "stored" : "nothing");
  return c.text("EVENT_RECEIVED");
}

function read(body: Uint8Array, botId: string, { log }: WebhookParts): WebhookBody {
  try {
    return readBody(new TextDecoder().decode(body));
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    log.warn({ bot: botId, code: error.code }, "a webhook of Messenger could not be read");
    return { events: [], changes: [] };
  }
}

function notConnected(c: Context): Response {
  const message =
    "No page is connected to a bot with this id. Connect one with: meetbot channel messenger connect";
  return problem(c, 404, "no_such_page", message);
}
