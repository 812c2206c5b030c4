import { type Kysely, sql } from "kysely";
import type { Pool } from "pg";
import type { ChannelCustomer, ChannelFact } from "../../model/channel-fact.ts";
import type { LinkRef } from "../../model/channel-link.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import { createChannelLinks } from "../channel-links/channel-links.ts";
import { createDeadLetters } from "../outbox/dead-letters.ts";
import { createOutbox } from "../outbox/outbox.ts";
import type { Tables } from "../postgres/tables.ts";
import { forgetConversations } from "../retention/forget-conversations.ts";
import type { ConversationKeys } from "../sealing/conversation-keys.ts";
import { createMessageTemplates } from "../templates/message-templates.ts";
import { enqueueFactsOf, type MetLink } from "./enqueue-facts.ts";
import { createFindAnswered } from "./find-answered.ts";
import { findStored } from "./find-stored.ts";
import { type StateLeft, takeOver } from "./hold-elsewhere.ts";

interface ChannelStoreDeps {
  pool: Pool;
  batchPool: Pool;
  db: Kysely<Tables>;
  keys: ConversationKeys;
  keyRing: KeyRing;
  /** Customers of one channel are found by other keys than those of another. */
  lookupKeyOf(channel: string): LookupKey;
}

export function createChannelStore(deps: ChannelStoreDeps) {
  const { pool, db, keys, keyRing, lookupKeyOf } = deps;
  const findAnswered = createFindAnswered(deps.batchPool, keys);
  return {
    links: createChannelLinks({ db, keyRing, actor: "command line" }),
    outbox: createOutbox({ ...deps, takeOver }, keys),
    templates: createMessageTemplates({ pool, keys, db, keyRing, actor: "command line" }),
    deadLetters: createDeadLetters({ db, keyRing, actor: "command line" }),
    /** Where the bot answers a customer whom it knows; null: somebody else does, or it has to be looked into. */
    answeredIn: ({ botId, channel }: LinkRef, { key }: Pick<ChannelCustomer, "key">) =>
      findAnswered({ botId, lookup: lookupKeyOf(channel)(key) }),
    /** Where an event of a customer's is stored; null: nowhere. */
    storedIn: (
      { botId, channel }: LinkRef,
      { key }: Pick<ChannelCustomer, "key">,
      dedupeKey: string,
    ) => findStored(pool, { botId, lookup: lookupKeyOf(channel)(key) }, dedupeKey),
    /**
     * Stores all that a webhook body says, or nothing: only then is it acknowledged. `left`: what the bot
     * remembers where another app gives a conversation back.
     */
    enqueue: (link: MetLink, facts: ChannelFact[], left: StateLeft = (before) => before) =>
      enqueueFactsOf({ pool, keys, lookupKeyOf, left }, link, facts),
    /** Deletes all that was said with a customer, who may be known by several keys; returns how many conversations there were. */
    forget({ botId, channel }: LinkRef, customerKeys: readonly string[]): Promise<number> {
      const named = customerKeys.map(lookupKeyOf(channel));
      const theirs = sql`bot_id = ${botId} and token_hash = any(${named})`;
      return db.transaction().execute((transaction) => forgetConversations(transaction, theirs));
    },
  };
}

/** All that the store has for channels that push. */
export type ChannelStore = ReturnType<typeof createChannelStore>;
