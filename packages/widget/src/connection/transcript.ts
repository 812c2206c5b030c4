import type { Entry, Locale, SentPicture } from "../chat/chat.ts";
import type { WireReply } from "../chat/reply.ts";

/** A message as the server sends it. */
export type Message = { seq: number; at?: string; earlier?: true } & (
  | { from: "bot"; id?: undefined; locale: Locale; reply: WireReply }
  | { from: "person"; id?: undefined; name: string; locale: Locale; reply: WireReply }
  | { from: "customer"; id: string; text: string; pictures?: SentPicture[] }
);

/** The messages of both sides that this page has received. */
export interface Transcript {
  entries(): Entry[];
  /** Returns the sequence number of the newest message; 0 if there is none. */
  newest(): number;
  /** Returns how many messages of the shop came after the message with this sequence number. */
  unreadAfter(seq: number): number;
  /** Adds a message once, however often it arrives. */
  add(message: Message): void;
}

export function createTranscript(): Transcript {
  const said = new Map<string, Message>();
  // Sorted, because older messages are loaded later, on request.
  const entries = () =>
    Array.from(said, ([key, message]) => ({ key, state: "sent" as const, ...message })).sort(
      (one, other) => one.seq - other.seq,
    );
  return {
    entries,
    newest: () => entries().at(-1)?.seq ?? 0,
    unreadAfter: (last) =>
      entries().filter(({ seq, from }) => from !== "customer" && seq > last).length,
    // A customer's message keeps its key from the outbox.
    add: (message) => void said.set(message.id ?? `${message.seq}`, message),
  };
}
