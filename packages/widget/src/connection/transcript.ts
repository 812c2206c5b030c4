import type { Entry, Locale, SentPicture } from "../chat/chat.ts";
import type { Reply } from "../chat/reply.ts";

/** A message as the server sends it. */
export type Message = { seq: number; at?: string } & (
  | { from: "bot"; id?: undefined; locale: Locale; reply: Reply }
  | { from: "person"; id?: undefined; name: string; locale: Locale; reply: Reply }
  | { from: "customer"; id: string; text: string; pictures?: SentPicture[] }
);

/** What both sides have said, as far as this page has heard it. */
export interface Transcript {
  entries(): Entry[];
  isEmpty(): boolean;
  /** The sequence number of the newest message. */
  newest(): number;
  /** How many messages of the shop came after that one. */
  unreadAfter(seq: number): number;
  /** Once, however often it comes. */
  add(message: Message): void;
}

export function createTranscript(): Transcript {
  const said = new Map<string, Message>();
  const all = () => [...said.values()];
  return {
    entries: () =>
      all().map((message) => ({ key: keyOf(message), state: "sent" as const, ...message })),
    isEmpty: () => said.size === 0,
    newest: () => Math.max(0, ...all().map(({ seq }) => seq)),
    unreadAfter: (last) =>
      all().filter(({ seq, from }) => from !== "customer" && seq > last).length,
    add: (message) => void said.set(keyOf(message), message),
  };
}

/** A customer's message keeps the key that it had in the outbox. */
function keyOf(message: Message): string {
  return message.id ?? `${message.seq}`;
}
