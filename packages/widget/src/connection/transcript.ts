import type { Entry, Locale } from "../chat/chat.ts";
import type { Reply } from "../chat/reply.ts";

/** A message as the server sends it. */
export type Message = { seq: number } & (
  | { from: "bot"; locale: Locale; reply: Reply }
  | { from: "customer"; id: string; text: string }
);

/** What both sides have said, as far as this page has heard it. */
export interface Transcript {
  entries(): Entry[];
  isEmpty(): boolean;
  /** The sequence number of the newest message. */
  newest(): number;
  /** How many messages of the bot came after that one. */
  unreadAfter(seq: number): number;
  /** Once, however often it comes. `at`: when it was written here. */
  add(message: Message, at: number | null): void;
}

export function createTranscript(): Transcript {
  const said = new Map<string, { seq: number; entry: Entry }>();
  const all = () => [...said.values()];
  return {
    entries: () => all().map(({ entry }) => entry),
    isEmpty: () => said.size === 0,
    newest: () => Math.max(0, ...all().map(({ seq }) => seq)),
    unreadAfter: (last) =>
      all().filter(({ seq, entry }) => entry.from === "bot" && seq > last).length,
    add({ seq, ...message }, writtenAt) {
      const key = message.from === "bot" ? String(seq) : message.id;
      const at = writtenAt ?? said.get(key)?.entry.at ?? Date.now();
      const entry: Entry =
        message.from === "bot"
          ? { key, at, ...message }
          : { key, at, from: "customer", text: message.text, state: "sent" };
      said.set(key, { seq, entry });
    },
  };
}
