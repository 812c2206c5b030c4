import { LRUCache } from "lru-cache";
import { hashToken } from "../secrets/token.ts";
import type { ConversationRef, Mailbox } from "../store/store.ts";

/**
 * Finds the conversation of a token again without asking the database for each message. What was
 * deleted since is noticed where the message is admitted.
 */
export function rememberTokens(find: Mailbox["find"]): Mailbox["find"] {
  const known = new LRUCache<string, ConversationRef>({ max: 10_000, ttl: 60_000 });
  return async (botId, token) => {
    const key = `${botId} ${hashToken(token).toString("base64")}`;
    const ref = known.get(key) ?? (await find(botId, token));
    if (ref) known.set(key, ref, { noUpdateTTL: true });
    return ref;
  };
}
