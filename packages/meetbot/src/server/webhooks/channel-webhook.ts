import type { Context, Handler, MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import {
  ChannelError,
  type PushChannel,
  type ReceivedBody,
  type WebhookRequest,
} from "../../channels/channel.ts";
import { type Channels, pushChannelsOf } from "../../channels/registry.ts";
import type { ChannelFact } from "../../model/channel-fact.ts";
import type { ChannelLink, LinkRef } from "../../model/channel-link.ts";
import type { NoteSighting } from "../../operations/endpoint/sighting-notes.ts";
import type { MetLink } from "../../store/channel-facts/channel-store.ts";
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

/** What the webhooks of all channels need. */
export interface WebhookParts {
  channels: Channels;
  /** Stores all that a webhook body says. */
  admit(link: MetLink, facts: ChannelFact[]): Promise<void>;
  linkOf(on: LinkRef): Promise<ChannelLink | null>;
  noteSighting: NoteSighting;
  onWebhook: Metrics["onWebhook"];
  log: Logger;
}

/** Where the platform of a channel calls, below this server's address. */
export function webhookPath(channel: Pick<PushChannel, "name">, botId: string): string {
  return `/channels/${channel.name}/${botId}`;
}

/** What one channel's webhook is made of. */
export interface ChannelRoute {
  path: string;
  /** `null`: GET is none of this channel's. */
  challenge: Handler | null;
  refuseImplausible: MiddlewareHandler;
  webhook: Handler;
}

/** A route for each channel that has a webhook. */
export function channelRoutes(parts: WebhookParts, limiting: LimitRequestsParts): ChannelRoute[] {
  return pushChannelsOf(parts.channels).map((channel) => ({
    path: webhookPath(channel, ":bot_id"),
    challenge: channel.webhook.answerChallenge ? (c) => answerChallenge(c, channel, parts) : null,
    refuseImplausible: refuseImplausible(channel, parts),
    webhook: createWebhook(channel, parts, limiting),
  }));
}

/** The platform makes sure that this is the webhook that was named to it. */
async function answerChallenge(
  c: Context,
  channel: PushChannel,
  parts: WebhookParts,
): Promise<Response> {
  const link = await linkOf(c, channel, parts);
  if (!link) return notConnected(c, channel);
  return channel.webhook.answerChallenge?.(queryOf(c), link) ?? c.notFound();
}

/** What cannot be the platform's is refused before anything of it is read. */
function refuseImplausible(channel: PushChannel, parts: WebhookParts): MiddlewareHandler {
  return async (c, next) => {
    const request = { headers: c.req.raw.headers, query: queryOf(c) };
    if (!channel.webhook.isPlausible(request)) return notVerified(c, channel, parts);
    await next();
  };
}

/**
 * 200 once all that the body says is stored. What is the platform's and means nothing here gets 200 too:
 * refused, it would come again, and some platforms give up on a webhook. Places in which something is stored
 * are for what a platform sent.
 */
function createWebhook(
  channel: PushChannel,
  parts: WebhookParts,
  limiting: LimitRequestsParts,
): Handler {
  const unsigned = createFairShares(unsignedPlaces);
  const signed = createFairShares(signedPlaces);
  let warnedAt = Number.NEGATIVE_INFINITY;

  function warn(bot: string): void {
    if (Date.now() - warnedAt < warnEveryMs) return;
    warnedAt = Date.now();
    const why = "a webhook was refused: its signature is wrong";
    parts.log.warn({ bot, channel: channel.name }, why);
  }

  return async (c) => {
    const known = await inAPlace(c, limiting, unsigned, () => verify(c, channel, parts, warn));
    if (known instanceof Response) return known;
    return inAPlace(c, limiting, signed, () => storeAll(c, channel, parts, known));
  };
}

interface Verified {
  link: ChannelLink;
  body: Uint8Array;
}

async function verify(
  c: Context,
  channel: PushChannel,
  parts: WebhookParts,
  warn: (bot: string) => void,
): Promise<Verified | Response> {
  const link = await linkOf(c, channel, parts);
  if (!link) return notConnected(c, channel);
  const body = new Uint8Array(await c.req.arrayBuffer());
  const request: WebhookRequest = { body, headers: c.req.raw.headers, query: queryOf(c) };
  if (channel.webhook.verify(request, link)) return { link, body };
  warn(botIdOf(c));
  return notVerified(c, channel, parts);
}

async function storeAll(
  c: Context,
  channel: PushChannel,
  parts: WebhookParts,
  { link, body }: Verified,
): Promise<Response> {
  const botId = botIdOf(c);
  const { facts, answer } = read(channel, link, body, { botId, ...parts });
  if (facts.length > 0) {
    const { externalId } = link;
    await parts.admit({ botId, channel: channel.name, externalId }, facts);
    parts.noteSighting(botId, { kind: "conversation", name: channel.name });
  }
  parts.onWebhook(channel.name, facts.length > 0 ? "stored" : "nothing");
  return answer ? c.json(answer) : c.text(channel.webhook.answers.accepted);
}

function read(
  channel: PushChannel,
  link: ChannelLink,
  body: Uint8Array,
  { botId, log }: { botId: string; log: Logger },
): ReceivedBody {
  try {
    return channel.webhook.receive(body, link);
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    const why = { bot: botId, channel: channel.name, code: error.code };
    log.warn(why, "a webhook could not be read");
    return { facts: [] };
  }
}

function linkOf(c: Context, channel: PushChannel, parts: WebhookParts) {
  return parts.linkOf({ botId: botIdOf(c), channel: channel.name });
}

function botIdOf(c: Context): string {
  return c.req.param("bot_id") ?? "";
}

function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

function notVerified(c: Context, channel: PushChannel, parts: WebhookParts): Response {
  parts.onWebhook(channel.name, "bad_signature");
  const { code, message } = channel.webhook.answers.notVerified;
  return problem(c, 401, code, message);
}

function notConnected(c: Context, channel: PushChannel): Response {
  const { code, message } = channel.webhook.answers.notConnected;
  return problem(c, 404, code, message);
}
