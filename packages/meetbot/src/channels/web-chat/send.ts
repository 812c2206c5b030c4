import type { Message } from "../../model/conversation.ts";
import type { OutboundReply, VisibleReply } from "../../model/reply.ts";
import { render } from "./render.ts";

/** After so long without a reply the customer is told that the bot is still looking. */
const typingAfterMs = 2500;

/** How often the transcript is read where no hint came: hints may be lost, the store is the truth. */
const readEveryMs = 5000;

/** Below the idle limits of common proxies (60 s) and of phones' networks (about 30 s). */
const heartbeatEveryMs = 15_000;

/** So many messages are read at once: more than nearly all conversations have. */
const messagesPerRead = 200;

/** How soon a browser comes back after a cut. */
const reconnectAfterMs = 1000;

/** What a stream needs of the world. */
export interface StreamParts {
  /** The transcript after a sequence number; an empty list: nothing new yet. */
  read(afterSeq: number, limit: number): Promise<Message[]>;
  /** Resolves when something may have changed, after `ms` at the latest, or when the stream ends. */
  changed(ms: number): Promise<void>;
  /** What may be seen of a stored reply now. */
  visible(reply: OutboundReply): VisibleReply;
  now(): number;
  signal: AbortSignal;
}

/**
 * Follows a conversation as server-sent events: what came after `lastSeq` first, then what comes.
 * `id:` is the sequence number, so that a browser resumes with `Last-Event-ID`.
 */
export async function* send(parts: StreamParts, lastSeq: number): AsyncGenerator<string> {
  const titles = new Map<string, string>();
  let seq = 0;
  let sentUpTo = lastSeq;
  let waitingSince: number | null = null;
  let saidAt = parts.now();
  yield `retry: ${reconnectAfterMs}\n\n`;
  while (!parts.signal.aborted) {
    const messages = await parts.read(seq, messagesPerRead);
    let events = "";
    for (const message of messages) {
      seq = message.seq;
      waitingSince = message.from === "customer" ? parts.now() : null;
      const data = toData(message, parts, titles);
      if (!data || seq <= sentUpTo) continue;
      events += `event: message\nid: ${seq}\ndata: ${JSON.stringify(data)}\n\n`;
    }
    if (events !== "") {
      saidAt = parts.now();
      yield events;
    }
    if (messages.length === messagesPerRead) continue;
    // Nothing was sent beyond the end, whatever the other side says.
    sentUpTo = Math.min(sentUpTo, seq);
    if (waitingSince !== null && parts.now() - waitingSince >= typingAfterMs) {
      waitingSince = null;
      yield "event: typing\ndata: {}\n\n";
    }
    if (parts.now() - saidAt >= heartbeatEveryMs) {
      saidAt = parts.now();
      yield ": still here\n\n";
    }
    const typingIn =
      waitingSince === null ? readEveryMs : waitingSince + typingAfterMs - parts.now();
    await parts.changed(Math.max(0, Math.min(readEveryMs, typingIn)));
  }
}

/** One event's data. A tap reads as the title of its choice; what has no words is no message. */
function toData(message: Message, parts: StreamParts, titles: Map<string, string>): object | null {
  const { seq, from } = message;
  if (from === "bot") {
    const { locale, ...reply } = render(parts.visible(message.reply));
    for (const choice of reply.choices ?? []) titles.set(choice.payload, choice.title);
    return { seq, from, locale, reply };
  }
  const { dedupeKey: id, content } = message.event;
  if (content.kind === "start" || content.kind === "media") return null;
  const text = content.kind === "text" ? content.text : (titles.get(content.payload) ?? "…");
  return { seq, from, id, text };
}
