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
import { admitFacts, lookupText } from "./admit-facts.ts";
import type { ChannelStore } from "./channel-store.ts";
import { createFindAnswered } from "./find-answered.ts";

interface MessengerParts {
  pool: Pool;
  batchPool: Pool;
  db: Kysely<Tables>;
  keys: ConversationKeys;
  keyRing: KeyRing;
  lookupKey: LookupKey;
}

/** All that the store has for Messenger. */
export function createChannelStore(parts: MessengerParts): ChannelStore {
  const { pool, db, keys, keyRing, lookupKey } = parts;
  const findAnswered = createFindAnswered(parts.batchPool, keys);
  return {
    links: createChannelLinks({ db, keyRing, actor: "command line" }),
    outbox: createOutbox(parts, keys),
    deadLetters: createDeadLetters({ db, keyRing, actor: "command line" }),
    answeredIn: (botId, customer) =>
      findAnswered({ botId, lookup: lookupKey(lookupText(customer)) }),
    admit: (botId, page, facts) => admitFacts({ pool, keys, lookupKey }, botId, page, facts),
    forget(botId, user) {
      const named = [true, false].map((isUserRef) => lookupKey(lookupText({ user, isUserRef })));
      const theirs = sql`bot_id = ${botId} and token_hash = any(${named})`;
      return db.transaction().execute((transaction) => forgetConversations(transaction, theirs));
    },
  };
}
