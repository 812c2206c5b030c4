import type { OutboundPart } from "@meetbot/model/channel-fact.ts";

const form = /^(c_[0-9a-f]{32})\.(\d{1,9})\.(\d{1,4})$/;

/** The name of a part: Meta gives it back with the echo. It says nothing to anybody else. */
export function toOutboxId({ conversationId, seq, part }: OutboundPart): string {
  return `${conversationId}.${seq}.${part}`;
}

/** Reads such a name; null: it is none of ours. */
export function parseOutboxId(text: string): OutboundPart | null {
  const [, conversationId, seq, part] = form.exec(text) ?? [];
  return conversationId ? { conversationId, seq: Number(seq), part: Number(part) } : null;
}
