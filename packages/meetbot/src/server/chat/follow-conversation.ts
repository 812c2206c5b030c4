import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Holder } from "@meetbot/model/desk/holder.ts";
import type { Context } from "hono";
import type { Logger } from "pino";
import { type StreamDeps, send, sendPage } from "../../channels/web-chat/send.ts";
import { visibleReply } from "../../identity/visible-reply.ts";
import { serviceUnavailable, slowDown } from "../../platform/http/problem.ts";
import type { FloodGate } from "../../platform/limits/flood-gate.ts";
import { refuseFlood } from "../../platform/limits/limit-flood.ts";
import type { StrangerOf } from "../../platform/limits/stranger-of.ts";
import type { Turnstile } from "../../platform/limits/turnstile.ts";
import type { FoundConversation } from "../../store/mailbox/find-conversation.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { ConversationHub, Subscription } from "./conversation-hub.ts";
import { conversationOf, notYours } from "./conversation-of.ts";
import { cutAfterFarewell, withFarewell } from "./displaced-stream.ts";

/** The last header stops nginx from buffering events. */
const streamHeaders = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store",
  "X-Accel-Buffering": "no",
};

/** The dependencies of following a conversation. */
export interface FollowDeps {
  mailbox: Mailbox;
  hub: ConversationHub;
  /** Streams that have missed much read it in turn: however many do, turns have their part of the database. */
  readInTurn: Turnstile;
  strangerOf: StrangerOf;
  floodGate: FloodGate;
  /** Records that the customer received the agents' messages up to this one. */
  recordSeen(ref: ConversationRef, seq: number): Promise<void>;
  /** Sends the messages held for the customer, who has the chat open. */
  releaseHeld(ref: ConversationRef): Promise<unknown>;
  /** By which proofs end: the database's time, whatever clock this node has. */
  now(): number;
  log: Pick<Logger, "warn">;
  onTurnedAway: Metrics["onTurnedAway"];
  /** Aborted when this node stops: its customers follow their conversations on another one. */
  closing: AbortSignal;
}

/** `GET /chat/{bot_id}/events`: the conversation as server-sent events. */
export async function followConversation(c: Context, deps: FollowDeps): Promise<Response> {
  const network = deps.strangerOf(c);
  const ref = await conversationOf(c, deps.mailbox.find);
  if (!ref) return notYours(c);
  const moved = new AbortController();
  // The router handles HEAD as GET and drops the body: a stream without a reader would never end.
  if (c.req.method === "HEAD") return c.body(null, 200, streamHeaders);
  const flooded = deps.floodGate.message(network, ref.conversationId, 0);
  if (flooded) return refuseFlood(c, flooded, deps);
  const before = Number(/^\d{1,9}$/.exec(c.req.query("before") ?? "")?.[0] ?? 0);
  if (before > 0) return sendEarlier(c, ref, { ...deps, network, before });
  const { heardUpTo, isWhole } = await whereToBegin(c, ref, deps.mailbox);
  const displaced = new AbortController();
  const subscription = deps.hub.subscribe(ref, {
    network,
    onDisplaced: (by) => displaced.abort(by),
  });
  if (!subscription) return tooManyStreams(c, deps);
  const much = deps.floodGate.reading(network, ref.lastSeq - heardUpTo);
  if (much) {
    subscription.end();
    return refuseFlood(c, much, deps);
  }
  deps
    .releaseHeld(ref)
    .catch((error: unknown) => deps.log.warn({ err: error }, "held news were not released"));
  const gone = AbortSignal.any([
    ...[c.req.raw.signal, deps.closing, displaced.signal, moved.signal],
  ]);
  gone.addEventListener("abort", subscription.end, { once: true });
  cutAfterFarewell(c, displaced.signal);
  const frames = send(
    {
      ...readerOf(ref, subscription, { ...deps, onMoved: () => moved.abort() }),
      writer: subscription.writer,
      changed: subscription.changed,
      visible: (reply) => visibleReply(reply, deps.now()),
      now: Date.now,
      signal: gone,
    },
    heardUpTo,
    { isWhole },
  );
  const onFailure = (error: unknown) => deps.log.warn({ err: error }, "a stream ended early");
  const all = withFarewell(frames, displaced.signal);
  return c.body(toStream(all, subscription.end, onFailure), 200, streamHeaders);
}

/** By then one of the network's streams was there long enough to make room. */
const streamsRetryAfterS = 10;

function tooManyStreams(c: Context, { hub, onTurnedAway }: FollowDeps): Response {
  if (hub.isFull()) {
    onTurnedAway("streams");
    return serviceUnavailable(c, "busy", "This node holds all the event streams that it can take.");
  }
  onTurnedAway("network_streams");
  const message =
    "Your network holds all the event streams that it may have on this node. Try again after the seconds in Retry-After.";
  return slowDown(c, "too_many_streams", streamsRetryAfterS, message);
}

/**
 * Returns a reader that uses the news handed over, if any, or else the store; it reads page by page only when it is
 * this stream's turn.
 */
function readerOf(
  ref: FoundConversation,
  subscription: Subscription,
  { mailbox, readInTurn, recordSeen, onMoved, log }: FollowDeps & { onMoved(): void },
): Pick<StreamDeps, "read" | "askForNews" | "holder" | "handledSeq"> {
  let isBehind = false;
  let holder: Holder = "bot";
  let handledSeq = 0;
  let seen = 0;
  return {
    holder: () => holder,
    handledSeq: () => handledSeq,
    askForNews(seq) {
      mailbox.hasNews({ ref, seq, holder, handledSeq }).then(
        (hasNews) => hasNews && subscription.raise(),
        // A read then reports why the query failed, if it still fails. Streams whose queries failed together read in
        // turn.
        () => {
          isBehind = true;
          subscription.raise();
        },
      );
    },
    async read(seq, limit) {
      const read = () => mailbox.newsAfter(ref, seq, limit);
      const handed = subscription.after(seq);
      const news = handed ?? (await (isBehind ? readInTurn(read) : read()));
      isBehind = news.messages.length === limit;
      ({ holder, handledSeq } = news);
      const own = ownOf(news.messages, ref);
      if (own.length < news.messages.length || news.isGone) onMoved();
      const told = own.findLast(isOfPerson)?.seq ?? 0;
      if (told > seen) {
        seen = told;
        recordSeen(ref, told).catch((error: unknown) => log.warn({ err: error }, notNoted));
      }
      return own;
    },
  };
}

/**
 * Returns the messages before a return by email: from there on the conversation belongs to the customer who returned,
 * and the earlier token no longer opens it.
 */
function ownOf(messages: Message[], { returnedSeq }: FoundConversation): Message[] {
  const left = messages.findIndex((message) => isReturn(message) && message.seq > returnedSeq);
  return left < 0 ? messages : messages.slice(0, left);
}

const notNoted = "what a customer has seen could not be noted";

const isReturn = (message: Message) =>
  message.from === "customer" && message.event.content.kind === "returned";

const isOfPerson = ({ from }: Message) => from === "person";

/**
 * WebKit delivers the last bytes of a chunk only when more arrive: this long after it, the server sends an empty
 * comment.
 */
const pushAfterMs = 100;
const emptyComment = ":\n\n";

const ended = { done: true, value: undefined } as const;

/** Ends a stream that can no longer read; the customer's client reconnects and resumes where it ended. */
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

/** A conversation with at most this many messages is sent as one page. */
const fewMessages = 16;

/**
 * Returns where a stream begins. A client that names an event gets everything after it; an event past the last one
 * counts as the last. A client that names none gets the end of the conversation, or its last page with `page=last`;
 * `isWhole`: that is all.
 */
async function whereToBegin(
  c: Context,
  ref: FoundConversation,
  mailbox: Mailbox,
): Promise<{ heardUpTo: number; isWhole: boolean }> {
  const value = c.req.header("last-event-id") ?? "";
  const named = /^\d{1,15}$/.test(value) ? Number(value) : 0;
  const { shownFrom, lastSeq } = ref;
  if (named > 0 || lastSeq - shownFrom <= fewMessages) {
    return { heardUpTo: Math.max(Math.min(named, lastSeq), shownFrom), isWhole: true };
  }
  const size = c.req.query("page") === "last" ? "page" : "opening";
  const first = await mailbox.pageStart(ref, { after: shownFrom, before: lastSeq + 1, size });
  return { heardUpTo: first - 1, isWhole: first === shownFrom + 1 };
}

/**
 * `GET /chat/{bot_id}/events?before=`: sends the page before that message, as the same events, then ends the stream.
 */
async function sendEarlier(
  c: Context,
  ref: FoundConversation,
  { mailbox, readInTurn, ...deps }: FollowDeps & { network: string | null; before: number },
): Promise<Response> {
  const before = Math.min(deps.before, ref.lastSeq + 1);
  const much = deps.floodGate.reading(deps.network, 1);
  if (much) return refuseFlood(c, much, deps);
  const first = await mailbox.pageStart(ref, { after: ref.shownFrom, before, size: "page" });
  const page = await sendPage(
    {
      read: async (seq, limit) =>
        ownOf((await readInTurn(() => mailbox.newsAfter(ref, seq, limit))).messages, ref),
      visible: (reply) => visibleReply(reply, deps.now()),
    },
    { first, before, isWhole: first <= ref.shownFrom + 1 },
  );
  return c.body(page, 200, streamHeaders);
}
