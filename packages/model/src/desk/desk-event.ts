/** The events that people are notified of outside the console. */
export const deskEventTypes = [
  "conversation.waiting",
  "conversation.taken",
  "conversation.returned",
  "conversation.closed",
  "message.created",
  "note.mentioned",
  "shop.unavailable",
  "webhook.rules_broken",
] as const;
export type DeskEventType = (typeof deskEventTypes)[number];

/** One of them, by ids. */
export interface DeskEvent {
  id: string;
  botId: string;
  /** `null`: it is about the bot. */
  conversationId: string | null;
  type: DeskEventType;
  facts: DeskFacts;
  at: Date;
}

/** Facts about an event; contains nothing that anybody wrote. */
export interface DeskFacts {
  /** Why a person is wanted, or why the bot answers again. */
  reason?: string;
  /** The operator who did it. */
  by?: string;
  /** The message's position in its transcript, and its author. */
  seq?: number;
  from?: "customer" | "person";
  /** A note, and the operators whom it calls. */
  note?: string;
  mentioned?: readonly string[];
}
