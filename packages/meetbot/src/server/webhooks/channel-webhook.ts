import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import type { ChannelLink, LinkRef } from "@meetbot/model/channel-link.ts";
import type { TemplateNews } from "@meetbot/model/push/message-template.ts";
import type { Context, Handler, MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import {
  ChannelError,
  type PushChannel,
  type ReceivedBody,
  type WebhookRequest,
} from "../../channels/channel.ts";
import { type Channels, pushChannelsOf } from "../../channels/registry.ts";
import type { RecordUsage } from "../../operations/endpoint/usage-recorder.ts";
import { problem } from "../../platform/http/problem.ts";
import { createFairShares, type FairShares } from "../../platform/limits/fair-shares.ts";
import {
  inAPlace,
  type LimitRequestsDeps,
  signedPlaces,
  unsignedPlaces,
} from "../../platform/limits/limit-requests.ts";
import type { MetLink } from "../../store/channel-facts/enqueue-facts.ts";
import type { Metrics } from "../metrics/metrics.ts";

/** Anyone who can reach the server could fill the log: wrong signatures are logged this often, and always counted. */
const warnEveryMs = 60_000;

/** The dependencies of the webhooks of all channels. */
export interface WebhookDeps {
  channels: Channels;
  /** Stores all facts of a webhook body. */
  enqueue(link: MetLink, facts: ChannelFact[]): Promise<void>;
  /** Stores the new states of templates. */
  recordTemplates(link: MetLink, channel: PushChannel, news: TemplateNews[]): Promise<void>;
  linkOf(on: LinkRef): Promise<ChannelLink | null>;
  recordUsage: RecordUsage;
  onWebhook: Metrics["onWebhook"];
  log: Logger;
}

/** Returns the path, below this server's address, that a channel's platform calls. */
export function webhookPath(channel: Pick<PushChannel, "name">, botId: string): string {
  return `/channels/${channel.name}/${botId}`;
}

/** The handlers of one channel's webhook. */
export interface ChannelRoute {
  path: string;
  /** `null`: GET is none of this channel's. */
  challenge: Handler | null;
  refuseImplausible: MiddlewareHandler;
  webhook: Handler;
}

/** A route for each channel that has a webhook. */
export function channelRoutes(deps: WebhookDeps, limiting: LimitRequestsDeps): ChannelRoute[] {
  return pushChannelsOf(deps.channels).map((channel) => {
    const unsigned = createFairShares(unsignedPlaces);
    const own = { ...deps, channel, limiting, unsigned, warn: createWarning(channel, deps) };
    return {
      path: webhookPath(channel, ":bot_id"),
      challenge: channel.webhook.answerChallenge ? (c) => answerChallenge(c, channel, deps) : null,
      refuseImplausible: refuseImplausible(own),
      webhook: createWebhook(own),
    };
  });
}

/** Dependencies shared by the handlers of one channel's webhook. */
interface OwnDeps extends WebhookDeps {
  channel: PushChannel;
  limiting: LimitRequestsDeps;
  unsigned: FairShares;
  /** Of a request with a wrong signature or secret. */
  warn(bot: string): void;
}

/** The platform makes sure that this is the webhook that was named to it. */
async function answerChallenge(
  c: Context,
  channel: PushChannel,
  deps: WebhookDeps,
): Promise<Response> {
  const link = await linkOf(c, channel, deps);
  if (!link) return notConnected(c, channel);
  return channel.webhook.answerChallenge?.(queryOf(c), link) ?? c.notFound();
}

/** Refuses requests whose head shows that they cannot come from the platform, before reading the body. */
function refuseImplausible(own: OwnDeps): MiddlewareHandler {
  const { channel, limiting, unsigned } = own;
  const { isPlausible, verifyHead } = channel.webhook;
  return async (c, next) => {
    if (!isPlausible(headOf(c))) return notVerified(c, channel, own);
    if (verifyHead) {
      const looked = await inAPlace(c, limiting, unsigned, () => linkByHead(c, own));
      if (looked instanceof Response) return looked;
    }
    await next();
  };
}

/** Returns a bot's link, or a refusal if the request's head shows that it is from a stranger. */
async function linkByHead(c: Context, own: OwnDeps): Promise<ChannelLink | Response> {
  const { channel, warn } = own;
  const link = await linkOf(c, channel, own);
  if (!link) return notConnected(c, channel);
  if (channel.webhook.verifyHead?.(headOf(c), link) !== false) return link;
  warn(botIdOf(c));
  return notVerified(c, channel, own);
}

function createWarning({ name }: PushChannel, { log }: WebhookDeps): OwnDeps["warn"] {
  let warnedAt = Number.NEGATIVE_INFINITY;
  return (bot) => {
    if (Date.now() - warnedAt < warnEveryMs) return;
    warnedAt = Date.now();
    log.warn({ bot, channel: name }, "a webhook was refused: its signature is wrong");
  };
}

/**
 * Returns 200 once everything in the body is stored. A request from the platform without meaning here also gets 200: if
 * refused, the platform would send it again, and some platforms give up on a webhook. Only verified requests take the
 * places reserved for storing.
 */
function createWebhook(own: OwnDeps): Handler {
  const { channel, limiting, unsigned } = own;
  const signed = createFairShares(signedPlaces);
  return async (c) => {
    const known = await inAPlace(c, limiting, unsigned, () => verify(c, own));
    if (known instanceof Response) return known;
    return inAPlace(c, limiting, signed, () => storeAll(c, channel, own, known));
  };
}

interface Verified {
  link: ChannelLink;
  body: Uint8Array;
}

async function verify(c: Context, own: OwnDeps): Promise<Verified | Response> {
  const { channel, warn } = own;
  const link = await linkOf(c, channel, own);
  if (!link) return notConnected(c, channel);
  const body = new Uint8Array(await c.req.arrayBuffer());
  if (channel.webhook.verify({ ...headOf(c), body }, link)) return { link, body };
  warn(botIdOf(c));
  return notVerified(c, channel, own);
}

async function storeAll(
  c: Context,
  channel: PushChannel,
  deps: WebhookDeps,
  { link, body }: Verified,
): Promise<Response> {
  const botId = botIdOf(c);
  const { facts, answer, templates = [] } = read(channel, link, body, { botId, ...deps });
  const met = { botId, channel: channel.name, externalId: link.externalId };
  if (facts.length > 0) {
    await deps.enqueue(met, facts);
    deps.recordUsage(botId, { kind: "conversation", name: channel.name });
  }
  if (templates.length > 0) await deps.recordTemplates(met, channel, templates);
  deps.onWebhook(channel.name, facts.length + templates.length > 0 ? "stored" : "nothing");
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

function linkOf(c: Context, channel: PushChannel, deps: WebhookDeps) {
  return deps.linkOf({ botId: botIdOf(c), channel: channel.name });
}

function botIdOf(c: Context): string {
  return c.req.param("bot_id") ?? "";
}

function headOf(c: Context): Omit<WebhookRequest, "body"> {
  return { headers: c.req.raw.headers, query: queryOf(c) };
}

function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

function notVerified(c: Context, channel: PushChannel, deps: WebhookDeps): Response {
  deps.onWebhook(channel.name, "bad_signature");
  const { code, message } = channel.webhook.answers.notVerified;
  return problem(c, 401, code, message);
}

function notConnected(c: Context, channel: PushChannel): Response {
  const { code, message } = channel.webhook.answers.notConnected;
  return problem(c, 404, code, message);
}
