/** What stands beside a conversation: its orders, a look-up at the shop, who the customer is, and what went before. */
export function OrderPanel(_props: {
  botId: string;
  conversationId: string;
  /** The number of its last message: with another one the panel is read again. */
  lastSeq: number;
  /** The operator has this conversation, and sees it with personal data at once; else by a button. */
  isOwn: boolean;
  /** The operator may write here: else nothing is sent or revealed. */
  mayWrite: boolean;
  /** Puts a text into the composer, at the cursor. */
  onInsert(text: string): void;
  /** A card was sent: the transcript has to be read again. */
  onSent?(): void;
}) {
  return null;
}
