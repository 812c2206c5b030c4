/** The context of a part of the panel, and what it may do. */
export interface PanelPlace {
  botId: string;
  conversationId: string;
  /** The operator may write here: else nothing is sent or revealed. */
  mayWrite: boolean;
  /** Puts a text into the composer, at the cursor. */
  onInsert(text: string): void;
  /** A card was sent: the transcript has to be read again. */
  onSent?(): void;
}
