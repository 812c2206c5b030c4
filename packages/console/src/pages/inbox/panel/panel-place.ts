/** The context of a part of the panel, and what it may do. */
export interface PanelPlace {
  botId: string;
  conversationId: string;
  /** Whether the operator may write here; otherwise nothing can be sent or revealed. */
  mayWrite: boolean;
  /** Puts a text into the composer, at the cursor. */
  onInsert(text: string): void;
  /** A card was sent: the transcript has to be read again. */
  onSent?(): void;
}
