import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";

/** PostgreSQL accepts payloads of less than 8000 bytes: https://www.postgresql.org/docs/current/sql-notify.html */
const maxPayloadBytes = 7_999;

/** One hint: which conversation changed, and who is typing there. */
export interface Hint {
  ref: ConversationRef;
  /** The agent's name as the customer sees it; absent unless the signal says that somebody is typing. */
  writer?: string | undefined;
}

/**
 * Packs hints into as few notifications as possible. The first line of each is the node that sends it; every further
 * line is one conversation.
 */
export function packHints(node: string, hints: Iterable<Hint>): string[] {
  const payloads: string[] = [];
  let payload = node;
  for (const { ref, writer } of hints) {
    const line = `\n${JSON.stringify([ref.botId, ref.conversationId, ...(writer ? [writer] : [])])}`;
    if (Buffer.byteLength(payload) + Buffer.byteLength(line) > maxPayloadBytes) {
      payloads.push(payload);
      payload = node;
    }
    payload += line;
  }
  return [...payloads, payload];
}

/** Parses a payload of {@link packHints}. */
export function unpackHints(payload: string): { node: string; hints: Hint[] } {
  const [node = "", ...lines] = payload.split("\n");
  const hints = lines.map((line): Hint => {
    const [botId, conversationId, writer] = JSON.parse(line) as [string, string, string?];
    return { ref: { botId, conversationId }, writer };
  });
  return { node, hints };
}
