import { type Kysely, sql } from "kysely";
import type { Pool } from "pg";
import type { KeyRing } from "../../secrets/key-ring.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import { createChannelLinks } from "../channel-links/channel-links.ts";
import { createDeadLetters } from "../outbox/dead-letters.ts";
import { createOutbox } from "../outbox/outbox.ts";
import type { Tables } from "../postgres/tables.ts";
import { forgetConversations } from "../retention/forget-conversations.ts";
import type { ConversationKeys } from "../sealing/conversation-keys.ts";
import type { ChannelStore } from "./channel-store.ts";
import { enqueueFactsOf } from "./enqueue-facts.ts";
import { createFindAnswered } from "./find-answered.ts";

interface ChannelStoreParts {
  pool: Pool;
  batchPool: Pool;
  db: Kysely<Tables>;
  keys: ConversationKeys;
  keyRing: KeyRing;
  /** Customers of one channel are found by other keys than those of another. */
  lookupKeyOf(channel: string): LookupKey;
}

/** Opens it. */
export function createChannelStore(parts: ChannelStoreParts): ChannelStore {
  const { pool, db, keys, keyRing, lookupKeyOf } = parts;
  const findAnswered = createFindAnswered(parts.batchPool, keys);
  return {
    links: createChannelLinks({ db, keyRing, actor: "command line" }),
    outbox: createOutbox(parts, keys),
    deadLetters: createDeadLetters({ db, keyRing, actor: "command line" }),
    answeredIn: ({ botId, channel }, { key }) =>
      findAnswered({ botId, lookup: lookupKeyOf(channel)(key) }),
    enqueue: (link, facts) => enqueueFactsOf({ pool, keys, lookupKeyOf }, link, facts),
    forget({ botId, channel }, customerKeys) {
      const named = customerKeys.map(lookupKeyOf(channel));
      const theirs = sql`bot_id = ${botId} and token_hash = any(${named})`;
      return db.transaction().execute((transaction) => forgetConversations(transaction, theirs));
    },
  };
}
