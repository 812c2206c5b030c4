import type { ChannelCustomer, ChannelFact } from "@meetbot/model/channel-fact.ts";
import type { LinkRef } from "@meetbot/model/channel-link.ts";
import { type Kysely, sql } from "kysely";
import type { Pool } from "pg";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { BotLookups } from "../../platform/sealing/bot-lookups.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import { createChannelLinks } from "../channel-links/channel-links.ts";
import { createDeadLetters } from "../outbox/dead-letters.ts";
import { createOutbox } from "../outbox/outbox.ts";
import { forgetConversations } from "../retention/forget-conversations.ts";
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
  /** Creates the customer lookup keys, which differ by channel. */
  lookups: Pick<BotLookups, "of">;
}

export function createChannelStore(deps: ChannelStoreDeps) {
  const { pool, db, keys, keyRing, lookups } = deps;
  const lookupOf = async ({ botId, channel }: LinkRef, key: string) =>
    (await lookups.of(botId))(channel)(key);
  const findAnswered = createFindAnswered(deps.batchPool, keys);
  return {
    links: createChannelLinks({ db, keyRing, actor: "command line" }),
    outbox: createOutbox({ ...deps, takeOver }, keys),
    templates: createMessageTemplates({ pool, keys, db, keyRing, actor: "command line" }),
    deadLetters: createDeadLetters({ db, keyRing, actor: "command line" }),
    /**
     * Returns the conversation where the bot answers a known customer; null when another party answers or it needs a
     * check.
     */
    answeredIn: async (on: LinkRef, { key }: Pick<ChannelCustomer, "key">) =>
      findAnswered({ botId: on.botId, lookup: await lookupOf(on, key) }),
    /** Returns where a customer's event is stored; `null` if it is not stored. */
    storedIn: async (on: LinkRef, { key }: Pick<ChannelCustomer, "key">, dedupeKey: string) =>
      findStored(pool, { botId: on.botId, lookup: await lookupOf(on, key) }, dedupeKey),
    /**
     * Stores everything in a webhook body, or nothing; the webhook is acknowledged only after that. `left`: the state
     * that the bot keeps when another app hands a conversation back.
     */
    enqueue: (link: MetLink, facts: ChannelFact[], left: StateLeft = (before) => before) =>
      enqueueFactsOf({ pool, keys, lookups, left }, link, facts),
    /** Deletes all conversations with a customer, who may have several keys; returns how many there were. */
    async forget({ botId, channel }: LinkRef, customerKeys: readonly string[]): Promise<number> {
      const named = customerKeys.map((await lookups.of(botId))(channel));
      const theirs = sql`bot_id = ${botId} and token_hash = any(${named})`;
      return db.transaction().execute((transaction) => forgetConversations(transaction, theirs));
    },
  };
}

/** All that the store has for channels that push. */
export type ChannelStore = ReturnType<typeof createChannelStore>;
