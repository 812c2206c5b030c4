import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { PictureType } from "@meetbot/model/conversation/picture.ts";
import type { OutboundReply, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { Holder } from "@meetbot/model/desk/holder.ts";
import { turnLimits } from "@meetbot/model/turn-limits.ts";
import { LRUCache } from "lru-cache";
import { render } from "./render.ts";

/** How often to poll the store without a hint: hints may be lost, and the store is the source of truth. */
const askEveryMs = 5000;

/** Below the idle limits of common proxies (60 s) and of phones' networks (about 30 s). */
const heartbeatEveryMs = 15_000;

/**
 * How many messages are read at once, more than most conversations have. They stay in memory until the client has
 * received them: 600 KiB if each has the maximum length.
 */
const messagesPerRead = 50;

/** How many reads back a tapped choice is searched for: choices offered before that do nothing. */
const maxReadingsBack = 4;

/** How many choice titles to remember while following a conversation: those of its last few dozen replies. */
const maxTitles = 300;

/** Minimum interval between notices that a person is typing, however often hints arrive. */
const writingEveryMs = 3_000;

/** How soon a browser reconnects after a disconnect. */
const reconnectAfterMs = 1000;

/** What a stream depends on. */
export interface StreamDeps {
  /** The transcript after a sequence number; an empty list: nothing new yet. */
  read(afterSeq: number, limit: number): Promise<Message[]>;
  /** Who answered in it when it was last read. */
  holder(): Holder;
  /** Up to this message of the customer nothing was left to be answered then. */
  handledSeq(): number;
  /**
   * Returns the person reported as typing since the last call, by the name that the customer sees; `null` when nobody.
   */
  writer(): string | null;
  /**
   * Resolves when something may have changed, after `ms` at the latest, or when the stream ends; `false` when no change
   * was signaled.
   */
  changed(ms: number): Promise<boolean>;
  /** Makes the store check for changes that no signal announced: if there are any, {@link changed} resolves soon. */
  askForNews(afterSeq: number): void;
  /** Returns the parts of a stored reply that may be shown now. */
  visible(reply: OutboundReply): VisibleReply;
  now(): number;
  signal: AbortSignal;
}

/** What sending the messages of a page needs. */
type PageDeps = Pick<StreamDeps, "read" | "visible">;

/**
 * Streams a conversation as server-sent events: first the messages after `lastSeq`, then new ones. `id:` is the
 * sequence number, so a browser resumes with `Last-Event-ID`. Of the messages that the client already has, only the
 * last is read, to see whether a reply is still due. `isWhole`: whether the client has all earlier messages.
 */
export async function* send(
  deps: StreamDeps,
  lastSeq: number,
  { isWhole = true } = {},
): AsyncGenerator<string> {
  let earlier = isWhole ? {} : hasEarlier;
  const titles: Titles = new LRUCache({ max: maxTitles });
  let seq = Math.max(0, lastSeq - 1);
  let sentUpTo = lastSeq;
  let waiting: { seq: number; since: number } | null = null;
  let isTyping = false;
  let saidAt = deps.now();
  let told: Holder | null = null;
  let writingAt = Number.NEGATIVE_INFINITY;
  let mayHaveChanged: boolean = true;
  yield `retry: ${reconnectAfterMs}\n\n`;
  while (!deps.signal.aborted) {
    const messages: Message[] = mayHaveChanged ? await deps.read(seq, messagesPerRead) : [];
    if (messages.length === 0 && seq > 0 && sentUpTo > seq) {
      // No such message exists: nothing was sent, whatever the client claims.
      seq = 0;
      continue;
    }
    let events = "";
    if (deps.holder() !== told) {
      told = deps.holder();
      events = eventOf("state", { holder: told });
    }
    for (const message of messages) {
      seq = message.seq;
      waiting = message.from === "customer" ? { seq, since: deps.now() } : null;
      isTyping &&= message.from === "customer";
      rememberTitles(message, deps, titles);
      const data = seq > sentUpTo ? await toData(message, deps, titles) : null;
      if (!data) continue;
      events += messageEvent(seq, { ...data, ...earlier });
      earlier = {};
    }
    // The bot is silent when a person answers or the turn sent no reply.
    const isSilent = deps.holder() === "person" || (waiting?.seq ?? seq) <= deps.handledSeq();
    if (isSilent) waiting = null;
    if (isSilent && isTyping) {
      isTyping = false;
      events += eventOf("state", { holder: told });
    }
    if (events !== "") {
      saidAt = deps.now();
      yield events;
    }
    if (messages.length === messagesPerRead) continue;
    const writer = deps.writer();
    if (writer !== null && deps.now() - writingAt >= writingEveryMs) {
      writingAt = deps.now();
      yield eventOf("typing", { from: "person", name: writer });
    }
    // Nothing was sent beyond the last message, whatever position the client claims.
    sentUpTo = Math.min(sentUpTo, seq);
    if (waiting && deps.now() - waiting.since >= turnLimits.lateAfterMs) {
      waiting = null;
      isTyping = true;
      yield eventOf("typing", { from: "bot" });
    }
    if (deps.now() - saidAt >= heartbeatEveryMs) {
      saidAt = deps.now();
      yield ": still here\n\n";
    }
    const typingIn =
      waiting === null ? askEveryMs : waiting.since + turnLimits.lateAfterMs - deps.now();
    mayHaveChanged =
      (await deps.changed(Math.max(0, Math.min(askEveryMs, typingIn)))) || typingIn < askEveryMs;
    if (!mayHaveChanged) deps.askForNews(seq);
  }
}

/** Returns the messages between two sequence numbers in the form that {@link send} uses, and nothing else. */
export async function sendPage(
  deps: PageDeps,
  { first, before, isWhole }: { first: number; before: number; isWhole: boolean },
): Promise<string> {
  let earlier = isWhole ? {} : hasEarlier;
  const titles: Titles = new LRUCache({ max: maxTitles });
  let events = "";
  for (const message of await deps.read(first - 1, messagesPerRead)) {
    if (message.seq >= before) break;
    rememberTitles(message, deps, titles);
    const data = await toData(message, deps, titles);
    if (!data) continue;
    events += messageEvent(message.seq, { ...data, ...earlier });
    earlier = {};
  }
  return events;
}

/** In the first message of a page: there are earlier messages, which `GET …/events?before=` its number returns. */
const hasEarlier = { earlier: true };

const messageEvent = (seq: number, data: object) =>
  `event: message\nid: ${seq}\ndata: ${JSON.stringify(data)}\n\n`;

/** An event that has no place in the transcript. */
const eventOf = (event: string, data: object) =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Titles of choices by their payloads. */
type Titles = LRUCache<string, string>;

/** Stores the titles of choices that are still visible; a choice that is hidden by now has no title either. */
function rememberTitles(message: Message, { visible }: PageDeps, titles: Titles): void {
  if (message.from === "customer") return;
  for (const { payload, title } of visible(message.reply).choices ?? []) titles.set(payload, title);
}

/** Returns one event's data. A tap is shown as its choice's title; an event without words is not a message. */
async function toData(message: Message, deps: PageDeps, titles: Titles): Promise<object | null> {
  const { seq, at, from } = message;
  const when = at && { at: at.toISOString() };
  if (from !== "customer") {
    const { locale, ...reply } = render(deps.visible(message.reply));
    return { seq, ...when, from, ...(from === "person" && { name: message.name }), locale, reply };
  }
  const { dedupeKey: id, content } = message.event;
  if (content.kind === "media") {
    const { pictures = [] } = content;
    const text = pictures.map(({ type }) => pictureSign(type)).join(" ");
    return pictures.length === 0 ? null : { seq, ...when, from, id, text, pictures };
  }
  if (content.kind !== "text" && content.kind !== "tap") return null;
  if (content.kind === "text") return { seq, ...when, from, id, text: content.text };
  return { seq, ...when, from, id, text: await titleOf(content.payload, seq, deps, titles) };
}

/**
 * The sign shown instead of a picture without its bytes: the same in every language, and read aloud in the reader's.
 */
const pictureSign = (type: PictureType) => (type === "application/pdf" ? "📄" : "📷");

/**
 * Returns the title of a tapped choice. If this stream did not send the choice, searches the messages before the tap.
 */
async function titleOf(
  payload: string,
  seq: number,
  deps: PageDeps,
  titles: Titles,
): Promise<string> {
  let first = seq;
  for (let nth = 0; nth < maxReadingsBack && first > 1 && !titles.has(payload); nth++) {
    first = Math.max(1, first - messagesPerRead);
    const before = await deps.read(first - 1, messagesPerRead);
    for (const message of before) rememberTitles(message, deps, titles);
  }
  return titles.get(payload) ?? "…";
}
