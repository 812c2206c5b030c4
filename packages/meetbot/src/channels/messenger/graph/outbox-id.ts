import type { OutboundPart } from "@meetbot/model/channel-fact.ts";

const form = /^(c_[0-9a-f]{32})\.(\d{1,9})\.(\d{1,4})$/;

/** Returns the id of a part, which Meta returns with the echo. The id reveals nothing to others. */
export function toOutboxId({ conversationId, seq, part }: OutboundPart): string {
  return `${conversationId}.${seq}.${part}`;
}

/** Reads such a name; null: it is none of ours. */
export function parseOutboxId(text: string): OutboundPart | null {
  const [, conversationId, seq, part] = form.exec(text) ?? [];
  return conversationId ? { conversationId, seq: Number(seq), part: Number(part) } : null;
}
