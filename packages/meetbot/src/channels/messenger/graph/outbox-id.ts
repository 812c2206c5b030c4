/** One part of an outbound message. */
export interface OutboxPart {
  conversationId: string;
  seq: number;
  part: number;
}

const form = /^(c_[0-9a-f]{32})\.(\d{1,9})\.(\d{1,4})$/;

/** The name of a part: Meta gives it back with the echo. It says nothing to anybody else. */
export function toOutboxId({ conversationId, seq, part }: OutboxPart): string {
  return `${conversationId}.${seq}.${part}`;
}

/** Reads such a name; null: it is none of ours. */
export function parseOutboxId(text: string): OutboxPart | null {
  const [, conversationId, seq, part] = form.exec(text) ?? [];
  return conversationId ? { conversationId, seq: Number(seq), part: Number(part) } : null;
}
