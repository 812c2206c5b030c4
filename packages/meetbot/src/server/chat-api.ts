import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import type { Logger } from "pino";
import { ChannelError } from "../channels/channel.ts";
import { receive } from "../channels/web-chat/receive.ts";
import { type StreamParts, send } from "../channels/web-chat/send.ts";
import { visibleReply } from "../identity/visible-reply.ts";
import type { Bot, Locale } from "../model/bot.ts";
import type { EventContent, InboundEvent } from "../model/inbound-event.ts";
import { newToken } from "../secrets/token.ts";
import type { ConversationRef, Mailbox } from "../store/store.ts";
import { admit } from "../turn/admit.ts";
import type { Worker } from "../turn/work.ts";
import type { AskForWork } from "./ask-for-work.ts";
import type { ConversationHub, Subscription } from "./conversation-hub.ts";
import type { Disk } from "./disk.ts";
import { cutAfterFarewell, withFarewell } from "./displaced-stream.ts";
import type { Flooded, FloodGate } from "./flood-gate.ts";
import { bytesOfBody, refuseFlood } from "./limit-flood.ts";
import type { Metrics } from "./metrics.ts";
import { comeBack, diskLow, diskRetryAfterS, problem, slowDown } from "./problem.ts";
import type { NoteSighting } from "./sighting-notes.ts";
import type { StrangerOf } from "./stranger-of.ts";
import type { Turnstile } from "./turnstile.ts";

/** The last of them keeps nginx from holding events back. */
const streamHeaders = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store",
  "X-Accel-Buffering": "no",
};

/** What the chat routes need. */
export interface ChatParts {
  mailbox: Mailbox;
  hub: ConversationHub;
  /** Streams that have missed much read it in turn: however many do, turns have their part of the database. */
  readInTurn: Turnstile;
  /** {@link Mailbox.find} with a memory: for messages, which are admitted by the store anyway. */
  findRemembered: Mailbox["find"];
  botOf(botId: string): Promise<Bot | null>;
  /** The account that a signed identity vouches for; `null`: it is not valid. */
  accountOf(botId: string, identity: unknown): Promise<string | null>;
  /** The network a request comes from; `null`: there is no socket. */
  networkOf(c: Context): string | null;
  strangerOf: StrangerOf;
  floodGate: FloodGate;
  work: Pick<AskForWork, "offer" | "offerInFlood" | "isDone">;
  worker: Pick<Worker, "wake" | "takePlace">;
  noteSighting: NoteSighting;
  disk: Disk;
  log: Pick<Logger, "warn">;
  onTurnedAway: Metrics["onTurnedAway"];
  /** Aborted when this node stops: its customers follow their conversations on another one. */
  closing: AbortSignal;
}

/** `POST /chat/{bot_id}/conversations`: opens a conversation; the welcome follows as a message. */
export async function openConversation(c: Context, parts: ChatParts): Promise<Response> {
  const botId = c.req.param("bot_id") ?? "";
  const from = cameFrom(c, parts);
  const stranger = parts.strangerOf(c);
  if (!(await parts.botOf(botId))) return noSuchBot(c);
  const flooded = await isOpeningFlooded(c, botId, stranger, parts);
  if (flooded) return refuseFlood(c, flooded, parts, parts.work.offerInFlood(botId));
  if (await parts.disk.isLow()) {
    parts.onTurnedAway("disk");
    return comeBack(c, "disk_low", diskLow, diskRetryAfterS);
  }
  const body = await c.req.text();
  const wishes = body.trim() === "" ? {} : readWishes(body);
  if (!wishes) return problem(c, 400, "invalid_json", "The body must be a JSON object, or empty.");
  const identity = wishes.identity ?? null;
  const account = identity === null ? null : await parts.accountOf(botId, identity);
  if (identity !== null && account === null) return invalidIdentity(c);
  const ref = { botId, conversationId: `c_${randomBytes(16).toString("hex")}` };
  const token = newToken();
  const start: InboundEvent = {
    dedupeKey: "start",
    content: { kind: "start", locale: localeOf(wishes.locale), account, ...from },
  };
  await parts.mailbox.open(ref, "web-chat", token, start);
  parts.worker.wake(ref);
  parts.noteSighting(botId, { kind: "conversation", name: "web-chat" });
  const offer = parts.work.offer(botId);
  return c.json({ conversation_id: ref.conversationId, token, ...offer }, 201);
}

/** A network that opened too many has another share, of conversations that somebody worked for. */
async function isOpeningFlooded(
  c: Context,
  botId: string,
  stranger: string | null,
  { floodGate, work }: ChatParts,
): Promise<Flooded | null> {
  const flooded = floodGate.opening(stranger);
  return flooded && (await work.isDone(c, botId)) ? floodGate.openingByWork(stranger) : flooded;
}

/** `POST /chat/{bot_id}/messages`: 202 once the message is stored; the same id changes nothing. */
export async function postMessage(c: Context, parts: ChatParts): Promise<Response> {
  const from = cameFrom(c, parts);
  const stranger = parts.strangerOf(c);
  const ref = await conversationOf(c, parts.findRemembered);
  if (!ref) return notYours(c);
  const flooded = parts.floodGate.message(stranger, ref.conversationId, bytesOfBody(c));
  if (flooded) return refuseFlood(c, flooded, parts);
  let events: InboundEvent[];
  try {
    events = receive(await c.req.text());
  } catch (error) {
    if (error instanceof ChannelError) return problem(c, 400, error.code, error.message);
    throw error;
  }
  const worked = (await parts.work.isDone(c, ref.botId)) ? { worked: true as const } : {};
  for (const { dedupeKey, content } of events) {
    const event = { dedupeKey, content: { ...content, ...from, ...worked } };
    if ((await admit(parts, ref, event)) === "unknown_conversation") return notYours(c);
  }
  return c.json({ accepted: true, ...parts.work.offer(ref.botId) }, 202);
}

/** `GET /chat/{bot_id}/events`: the conversation as server-sent events. */
export async function followConversation(c: Context, parts: ChatParts): Promise<Response> {
  const network = parts.strangerOf(c);
  const ref = await conversationOf(c, parts.mailbox.find);
  if (!ref) return notYours(c);
  // Routing takes HEAD for GET and drops the body: a stream nobody reads would never end.
  if (c.req.method === "HEAD") return c.body(null, 200, streamHeaders);
  const flooded = parts.floodGate.message(network, ref.conversationId, 0);
  if (flooded) return refuseFlood(c, flooded, parts);
  const heardUpTo = await lastHeard(c, ref, parts.mailbox);
  const displaced = new AbortController();
  const subscription = parts.hub.subscribe(ref, {
    network,
    onDisplaced: (by) => displaced.abort(by),
  });
  if (!subscription) return tooManyStreams(c, parts);
  const gone = AbortSignal.any([c.req.raw.signal, parts.closing, displaced.signal]);
  gone.addEventListener("abort", subscription.end, { once: true });
  cutAfterFarewell(c, displaced.signal);
  const frames = send(
    {
      read: readerOf(ref, subscription, parts),
      changed: subscription.changed,
      visible: (reply) => visibleReply(reply, Date.now()),
      now: Date.now,
      signal: gone,
    },
    heardUpTo,
  );
  const onFailure = (error: unknown) => parts.log.warn({ err: error }, "a stream ended early");
  const all = withFarewell(frames, displaced.signal);
  return c.body(toStream(all, subscription.end, onFailure), 200, streamHeaders);
}

/** By then one of the network's streams was there long enough to make room. */
const streamsRetryAfterS = 10;

function tooManyStreams(c: Context, { hub, onTurnedAway }: ChatParts): Response {
  if (hub.isFull()) {
    onTurnedAway("streams");
    return comeBack(c, "busy", "This node holds all the event streams that it can take.");
  }
  onTurnedAway("network_streams");
  const message =
    "Your network holds all the event streams that it may have on this node. Try again after the seconds in Retry-After.";
  return slowDown(c, "too_many_streams", streamsRetryAfterS, message);
}

/** Reads what was handed over, else the store; page by page only when it is this stream's turn. */
function readerOf(
  ref: ConversationRef,
  subscription: Subscription,
  { mailbox, readInTurn }: ChatParts,
): StreamParts["read"] {
  let isBehind = false;
  return async (seq, limit) => {
    const handed = subscription.after(seq);
    if (handed) return handed;
    const read = () => mailbox.messagesAfter(ref, seq, limit);
    const messages = await (isBehind ? readInTurn(read) : read());
    isBehind = messages.length === limit;
    return messages;
  };
}

/** WebKit hands out the end of what came only when more comes: soon after, an empty comment does. */
const pushAfterMs = 100;
const emptyComment = ":\n\n";

const ended = { done: true, value: undefined } as const;

/** A stream that can read no more ends: its customer comes back, and goes on where it ended. */
function toStream(
  frames: AsyncGenerator<string>,
  end: () => void,
  onFailure: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let push: NodeJS.Timeout | undefined;
  return new ReadableStream({
    async pull(controller) {
      const frame = await frames.next().catch((error: unknown) => {
        onFailure(error);
        return ended;
      });
      clearTimeout(push);
      if (!frame.done) {
        controller.enqueue(encoder.encode(frame.value));
        push = setTimeout(() => controller.enqueue(encoder.encode(emptyComment)), pushAfterMs);
        return;
      }
      end();
      controller.close();
    },
    async cancel() {
      clearTimeout(push);
      end();
      await frames.return(undefined);
    },
  });
}

async function conversationOf(c: Context, find: Mailbox["find"]): Promise<ConversationRef | null> {
  const [, token] =
    /^Bearer ([\x21-\x7e]{1,200})$/i.exec(c.req.header("authorization") ?? "") ?? [];
  return token ? find(c.req.param("bot_id") ?? "", token) : null;
}

/** What each event says of where it came from. */
function cameFrom(c: Context, { networkOf }: ChatParts): Pick<EventContent, "network"> {
  const network = networkOf(c);
  return network === null ? {} : { network };
}

/** Where a stream goes on; nobody has heard more than there is, whatever they say. */
async function lastHeard(c: Context, ref: ConversationRef, mailbox: Mailbox): Promise<number> {
  const value = c.req.header("last-event-id") ?? "";
  const named = /^\d{1,15}$/.test(value) ? Number(value) : 0;
  return named === 0 ? 0 : Math.min(named, await mailbox.lastSeqOf(ref));
}

function readWishes(body: string): { locale?: unknown; identity?: unknown } | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** `zh-Hant-TW` speaks Chinese, `en-GB` English; any other language gets the bot's own. */
function localeOf(wish: unknown): Locale | null {
  const language = typeof wish === "string" ? wish.toLowerCase().split(/[-_]/)[0] : "";
  return language === "zh" || language === "en" ? language : null;
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

function notYours(c: Context): Response {
  const message =
    "The token opens no conversation of this bot. Send `Authorization: Bearer <token>` with the token of a conversation that was used within the last 24 hours, or open a new one.";
  c.header("WWW-Authenticate", "Bearer");
  return problem(c, 401, "invalid_token", message);
}
