import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { EventContent, InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { customerLocales, matchLocale } from "@meetbot/presentation";
import type { Context } from "hono";
import { ChannelError } from "../../channels/channel.ts";
import { readZone } from "../../channels/web-chat/read-zone.ts";
import { webChat } from "../../channels/web-chat/web-chat.ts";
import type { RecordUsage } from "../../operations/endpoint/usage-recorder.ts";
import {
  diskLow,
  diskRetryAfterS,
  problem,
  serviceUnavailable,
} from "../../platform/http/problem.ts";
import type { AskForWork } from "../../platform/limits/ask-for-work.ts";
import type { Disk } from "../../platform/limits/disk.ts";
import type { Flooded } from "../../platform/limits/flood-gate.ts";
import { bytesOfBody, refuseFlood } from "../../platform/limits/limit-flood.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import { enqueue } from "../../turn/work/enqueue.ts";
import type { Worker } from "../../turn/work/work.ts";
import { conversationOf, notYours } from "./conversation-of.ts";
import type { FollowDeps } from "./follow-conversation.ts";
import type { LinkVoucher } from "./link-api.ts";
import { openNew } from "./open-new.ts";
import { resumeConversation } from "./resume-conversation.ts";

/** The dependencies of the chat routes. */
export interface ChatDeps extends FollowDeps {
  /** {@link Mailbox.find} with a memory: for messages, which are admitted by the store anyway. */
  findRemembered: Mailbox["find"];
  botOf(botId: string): Promise<Bot | null>;
  /** Returns what a signed identity proves; `null` if it is not valid. */
  vouchedBy(
    botId: string,
    identity: unknown,
  ): Promise<Pick<LinkVoucher, "account" | "subscribe"> | null>;
  /** Returns the network that a request comes from; `null` when there is no socket. */
  networkOf(c: Context): string | null;
  work: Pick<AskForWork, "offer" | "offerInFlood" | "isDone">;
  worker: Pick<Worker, "wake" | "acquireSlot">;
  recordUsage: RecordUsage;
  disk: Disk;
}

/**
 * `POST /chat/{bot_id}/conversations`: opens a conversation; the welcome follows as a message. With the token of an
 * earlier conversation of the same shopper, continues that one.
 */
export async function openConversation(c: Context, deps: ChatDeps): Promise<Response> {
  const botId = c.req.param("bot_id") ?? "";
  const from = cameFrom(c, deps);
  const stranger = deps.strangerOf(c);
  if (!(await deps.botOf(botId))) return noSuchBot(c);
  const flooded = await isOpeningFlooded(c, botId, stranger, deps);
  if (flooded) return refuseFlood(c, flooded, deps, deps.work.offerInFlood(botId));
  if (await deps.disk.isLow()) {
    deps.onTurnedAway("disk");
    return serviceUnavailable(c, "disk_low", diskLow, diskRetryAfterS);
  }
  const body = await c.req.text();
  const wishes = body.trim() === "" ? {} : readWishes(body);
  if (!wishes) return problem(c, 400, "invalid_json", "The body must be a JSON object, or empty.");
  const identity = wishes.identity ?? null;
  const vouched = identity === null ? null : await deps.vouchedBy(botId, identity);
  if (identity !== null && vouched === null) return invalidIdentity(c);
  const { account = null, subscribe } = vouched ?? {};
  const agreed = subscribe === undefined ? {} : { subscribe };
  const zone = readZone(wishes.time_zone);
  const at = { ...from, ...(zone && { zone }) };
  const content = {
    kind: "start",
    locale: localeOf(wishes.locale),
    account,
    ...agreed,
    ...at,
  } as const;
  const resumed = await resumeConversation(c, content, deps);
  if (resumed) return c.json({ ...resumed, ...deps.work.offer(botId) });
  const opened = await openNew(botId, content, deps);
  const offer = deps.work.offer(botId);
  return c.json({ conversation_id: opened.conversationId, token: opened.token, ...offer }, 201);
}

/** A network that opened too many conversations gets a separate share, for those opened with proof of work. */
async function isOpeningFlooded(
  c: Context,
  botId: string,
  stranger: string | null,
  { floodGate, work }: ChatDeps,
): Promise<Flooded | null> {
  const flooded = floodGate.opening(stranger);
  return flooded && (await work.isDone(c, botId)) ? floodGate.openingByWork(stranger) : flooded;
}

/** `POST /chat/{bot_id}/messages`: 202 once the message is stored; repeating an id has no effect. */
export async function postMessage(c: Context, deps: ChatDeps): Promise<Response> {
  const from = cameFrom(c, deps);
  const stranger = deps.strangerOf(c);
  const ref = await conversationOf(c, deps.findRemembered);
  if (!ref) return notYours(c);
  const flooded = deps.floodGate.message(stranger, ref.conversationId, bytesOfBody(c));
  if (flooded) return refuseFlood(c, flooded, deps);
  let events: InboundEvent[];
  try {
    events = webChat.receive(await c.req.text());
  } catch (error) {
    if (error instanceof ChannelError) return problem(c, 400, error.code, error.message);
    throw error;
  }
  const worked = (await deps.work.isDone(c, ref.botId)) ? { worked: true as const } : {};
  for (const { dedupeKey, content } of events) {
    const event = { dedupeKey, content: { ...content, ...from, ...worked } };
    if ((await enqueue(deps, ref, event)) === "unknown_conversation") return notYours(c);
  }
  return c.json({ accepted: true, ...deps.work.offer(ref.botId) }, 202);
}

/** Returns the origin that is stored with each event. */
function cameFrom(c: Context, { networkOf }: ChatDeps): Pick<EventContent, "network"> {
  const network = networkOf(c);
  return network === null ? {} : { network };
}

interface Wishes {
  locale?: unknown;
  identity?: unknown;
  time_zone?: unknown;
}

function readWishes(body: string): Wishes | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Tags of languages are shorter: BCP 47 has no name of one that is longer. */
const maxTagLength = 35;

/** `zh-TW` wishes Traditional Chinese, `en-GB` English; any other language gets the bot's own. */
function localeOf(wish: unknown): Locale | null {
  const isTag = typeof wish === "string" && wish.length <= maxTagLength;
  return isTag ? (matchLocale(wish, customerLocales) ?? null) : null;
}

function noSuchBot(c: Context): Response {
  return problem(c, 404, "no_such_bot", "There is no bot with this id: see `meetbot bot list`.");
}

/** Never a guest instead: a page that believes its shopper to be signed in must see that it failed. */
function invalidIdentity(c: Context): Response {
  const message =
    "The identity is not valid. Sign one on the shop's server for this page view, with this bot's identity secret (signIdentity of @meetbot/sdk), or leave `identity` out for a guest.";
  return problem(c, 401, "invalid_identity", message);
}
