export const noteLimits = {
  /** In characters. */
  longest: 2_000,
} as const;

/** An internal note of an agent beside a conversation. No customer ever sees it. */
export interface Note {
  id: string;
  author: string;
  at: Date;
  text: string;
  /** The operators whom it calls, by id. */
  mentions: readonly string[];
}

/** A note that mentions a colleague. */
export interface Mention {
  conversationId: string;
  noteId: string;
  author: string;
  at: Date;
}
