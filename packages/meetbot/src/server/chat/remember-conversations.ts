import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { LRUCache } from "lru-cache";
import { hashToken } from "../../secrets/token.ts";
import type { ChannelStore } from "../../store/channel-facts/channel-store.ts";
import type { FoundConversation } from "../../store/mailbox/find-conversation.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";

// A customer who writes once usually writes again soon, so the lookup of their conversation is cached. Changes since
// then are noticed when the event is admitted: the store refuses an event for a conversation that was deleted, or in
// which somebody else answers.

/** About 2 MB; beyond it the one used least lately is looked for again. */
const maxRemembered = 10_000;
const rememberedMs = 60_000;

/**
 * Finds and caches the conversation of a token; `forget` forces a new lookup, because another token opens the
 * conversation now.
 */
export interface RememberedTokens {
  find: Mailbox["find"];
  forget(ref: ConversationRef): void;
}

export function rememberTokens(find: Mailbox["find"]): RememberedTokens {
  const memory = createMemory<FoundConversation>();
  return {
    find(botId, token) {
      const hash = hashToken(token).toString("base64");
      return memory.remember(`${botId} ${hash}`, () => find(botId, token));
    },
    forget: memory.forget,
  };
}

/** Finds and caches the conversation in which the bot answers a customer of a push channel. */
export function rememberCustomers(find: ChannelStore["answeredIn"]): ChannelStore["answeredIn"] {
  const { remember } = createMemory<ConversationRef>();
  return (on, customer) =>
    remember(`${on.botId} ${on.channel} ${customer.key}`, () => find(on, customer));
}

function createMemory<Found extends ConversationRef>() {
  const known = new LRUCache<string, Found>({ max: maxRemembered, ttl: rememberedMs });
  return {
    async remember(key: string, find: () => Promise<Found | null>): Promise<Found | null> {
      const found = known.get(key) ?? (await find());
      if (found) known.set(key, found, { noUpdateTTL: true });
      return found;
    },
    forget({ botId, conversationId }: ConversationRef): void {
      for (const [key, found] of known.entries()) {
        if (found.botId === botId && found.conversationId === conversationId) known.delete(key);
      }
    },
  };
}
