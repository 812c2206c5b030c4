import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";

/** PostgreSQL takes less than 8000 bytes: https://www.postgresql.org/docs/current/sql-notify.html */
const maxPayloadBytes = 7_999;

/**
 * Packs hints into as few notifications as hold them. The first line of each is the node that
 * gives them, every further line is one conversation.
 */
export function packHints(node: string, refs: Iterable<ConversationRef>): string[] {
  const payloads: string[] = [];
  let payload = node;
  for (const { botId, conversationId } of refs) {
    const line = `\n${JSON.stringify([botId, conversationId])}`;
    if (Buffer.byteLength(payload) + Buffer.byteLength(line) > maxPayloadBytes) {
      payloads.push(payload);
      payload = node;
    }
    payload += line;
  }
  return [...payloads, payload];
}

/** Reads what {@link packHints} packed. */
export function unpackHints(payload: string): { node: string; refs: ConversationRef[] } {
  const [node = "", ...lines] = payload.split("\n");
  const refs = lines.map((line) => {
    const [botId, conversationId] = JSON.parse(line) as [string, string];
    return { botId, conversationId };
  });
  return { node, refs };
}
