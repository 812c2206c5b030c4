import type { Context, Handler, MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import { ChannelError } from "../../channels/channel.ts";
import { readBody, type WebhookBody } from "../../channels/messenger/inbound/read-body.ts";
import { toFacts } from "../../channels/messenger/inbound/to-facts.ts";
import {
  hasSignature,
  isSigned,
  signatureHeader,
  verifySubscription,
} from "../../channels/messenger/inbound/verify.ts";
import type { ChannelFact, ConnectedPage } from "../../model/channel-fact.ts";
import type { NoteSighting } from "../../operations/endpoint/sighting-notes.ts";
import { problem } from "../http/problem.ts";
import { createFairShares } from "../limits/fair-shares.ts";
import {
  inAPlace,
  type LimitRequestsParts,
  signedPlaces,
  unsignedPlaces,
} from "../limits/limit-requests.ts";
import type { Metrics } from "../metrics/metrics.ts";

/** Whoever can reach the server could fill the log: a wrong signature is told so often, and counted always. */
const warnEveryMs = 60_000;

/** What the webhook needs. */
export interface WebhookParts {
  /** Stores all that a webhook body says. */
  admit(botId: string, pageId: string, facts: ChannelFact[]): Promise<void>;
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

/** What comes without a signature is not Meta's: nothing of it is read. */
export function refuseUnsigned(parts: WebhookParts): MiddlewareHandler {
  return async (c, next) => {
    if (!hasSignature(c.req.header(signatureHeader))) return badSignature(c, parts);
    await next();
  };
}

/**
 * `POST /channels/messenger/{bot_id}`: 200 once all that the body says is stored. What is signed and
 * means nothing here gets 200 too: refused, it would come again, and take the page offline. Places in
 * which something is stored are for what Meta signed.
 */
export function createWebhook(parts: WebhookParts, limiting: LimitRequestsParts): Handler {
  const unsigned = createFairShares(unsignedPlaces);
  const signed = createFairShares(signedPlaces);
  let warnedAt = Number.NEGATIVE_INFINITY;

  function warn(bot: string): void {
    if (Date.now() - warnedAt < warnEveryMs) return;
    warnedAt = Date.now();
    parts.log.warn({ bot }, "a webhook of Messenger was refused: its signature is wrong");
  }

  return async (c) => {
    const known = await inAPlace(c, limiting, unsigned, () => verify(c, parts, warn));
    if (known instanceof Response) return known;
    return inAPlace(c, limiting, signed, () => storeAll(c, parts, known));
  };
}

interface Signed {
  page: ConnectedPage;
  body: Uint8Array;
}

async function verify(
  c: Context,
  parts: WebhookParts,
  warn: (bot: string) => void,
): Promise<Signed | Response> {
  const botId = c.req.param("bot_id") ?? "";
  const page = await parts.pageOf(botId);
  if (!page) return notConnected(c);
  const body = new Uint8Array(await c.req.arrayBuffer());
  if (isSigned(body, c.req.header(signatureHeader), page.appSecret)) return { page, body };
  warn(botId);
  return badSignature(c, parts);
}

async function storeAll(c: Context, parts: WebhookParts, { page, body }: Signed) {
  const botId = c.req.param("bot_id") ?? "";
  const facts = toFacts(read(body, botId, parts).events, page);
  if (facts.length > 0) {
    await parts.admit(botId, page.pageId, facts);
    parts.noteSighting(botId, { kind: "conversation", name: "messenger" });
  }
  parts.onWebhook(facts.length > 0 ? "stored" : "nothing");
  return c.text("EVENT_RECEIVED");
}

function badSignature(c: Context, parts: WebhookParts): Response {
  parts.onWebhook("bad_signature");
  const message =
    "X-Hub-Signature-256 is not the HMAC-SHA256 of this body with the app secret that the page was connected with.";
  return problem(c, 401, "invalid_signature", message);
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
