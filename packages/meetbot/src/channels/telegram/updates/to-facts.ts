import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import { toInbound } from "./receive.ts";
import type { TelegramEvent } from "./telegram-event.ts";

/** A fact from an update about the private chat with one customer. */
export type TelegramFact = {
  /** The id of the chat, to which answers are sent. */
  customer: string;
  /** When the event happened according to Telegram, in Unix milliseconds; `null` if Telegram does not say. */
  atMs: number | null;
} & (
  | { kind: "event"; event: InboundEvent; tap: Tap | null; attachments?: readonly string[] }
  /** The bot can send nothing until the customer unblocks it. */
  | { kind: "blocked" }
  | { kind: "unblocked" }
);

/** A tapped button: it shows that it waits until its query is answered. */
export interface Tap {
  queryId: string;
}

/** The facts in an update, and what the bot must do besides a turn. */
export interface UpdateFacts {
  facts: TelegramFact[];
  /** A group or channel that the bot was added to. The bot answers nobody there and leaves. */
  leave: string | null;
}

/** Updates of chats that the bot is in. It is no member of chats of business accounts and guests. */
const ownUpdates = new Set(["message", "edited_message", "channel_post", "edited_channel_post"]);

export function toFacts(event: TelegramEvent): UpdateFacts {
  return { facts: factsOf(event), leave: chatToLeave(event) };
}

function factsOf(event: TelegramEvent): TelegramFact[] {
  const { chat, atMs, isPrivate } = event;
  if (chat === null || !isPrivate) return [];
  if (event.kind === "unfollow") return [{ kind: "blocked", customer: chat, atMs }];
  if (event.kind === "follow") return [{ kind: "unblocked", customer: chat, atMs }];
  const tap = tapOf(event);
  return toInbound(event).map((inbound) => ({
    ...{ kind: "event", customer: chat, atMs },
    ...{ event: inbound, tap },
    ...(event.kind === "media" && event.fileId !== undefined && { attachments: [event.fileId] }),
  }));
}

function tapOf(event: TelegramEvent): Tap | null {
  if (event.kind !== "callback_query" || event.queryId === null) return null;
  return { queryId: event.queryId };
}

/** A note that the bot itself was thrown out is no reason to leave once more. */
function chatToLeave(event: TelegramEvent): string | null {
  if (event.isPrivate || event.chat === null) return null;
  const isIn =
    event.updateType === "my_chat_member"
      ? event.kind === "member" && event.isIn
      : ownUpdates.has(event.updateType ?? "");
  return isIn ? event.chat : null;
}
