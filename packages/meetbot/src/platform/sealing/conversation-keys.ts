import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { LRUCache } from "lru-cache";
import type { Pool } from "pg";
import {
  type KeyRing,
  type MasterSealed,
  openUnderMaster,
  sealUnderMaster,
} from "../../secrets/key-ring.ts";
import { sealingKeyBytes } from "../../secrets/seal.ts";
import { inTime } from "../postgres/statement-time.ts";
import { sealContext } from "./seal-context.ts";

/** A key lives on in memory for at most this long after its conversation was deleted elsewhere. */
const keptMs = 60_000;
/** About 2 MB. Beyond it the key used least lately is read again from the database. */
const keptKeys = 10_000;

/** The columns of a conversation that hold its key. */
export interface KeyColumns {
  keyId: string;
  sealedKey: Buffer;
}

const keyStatement = {
  name: "conversation-key",
  ...inTime,
  text: `
    select key_id as "keyId", sealed_key as "sealedKey" from conversations
    where bot_id = $1 and conversation_id = $2`,
};

/**
 * The key of each conversation, which seals all its messages. Stored as Node's key objects, with which sealing takes a
 * third of the time that it takes with bytes.
 */
export class ConversationKeys {
  readonly #pool: Pool;
  readonly #ring: KeyRing;
  readonly #kept: LRUCache<string, KeyObject>;

  constructor(pool: Pool, ring: KeyRing, now: () => number) {
    this.#pool = pool;
    this.#ring = ring;
    this.#kept = new LRUCache({
      max: keptKeys,
      ttl: keptMs,
      ttlResolution: 0,
      perf: { now },
    });
  }

  /** A new key, and how it is stored. */
  create(ref: ConversationRef): { key: KeyObject; stored: MasterSealed } {
    const key = randomBytes(sealingKeyBytes);
    const stored = sealUnderMaster(this.#ring, key, keyContext(ref));
    return { key: createSecretKey(key), stored };
  }

  /** Caches the key of a conversation that was just stored, because its next event will need the key. */
  remember(ref: ConversationRef, key: KeyObject): void {
    this.#kept.set(keyContext(ref), key);
  }

  /** Returns the key of a conversation; `null` if the conversation does not exist. */
  async of(ref: ConversationRef): Promise<KeyObject | null> {
    const kept = this.#kept.get(keyContext(ref));
    if (kept) return kept;
    const { rows } = await this.#pool.query<KeyColumns>({
      ...keyStatement,
      values: [ref.botId, ref.conversationId],
    });
    return rows[0] ? this.from(ref, rows[0]) : null;
  }

  /** The key in a row that was read anyway. */
  from(ref: ConversationRef, { keyId, sealedKey }: KeyColumns): KeyObject {
    const context = keyContext(ref);
    const kept = this.#kept.get(context);
    if (kept) return kept;
    const bytes = openUnderMaster(this.#ring, { keyId, sealed: sealedKey }, context);
    const key = createSecretKey(bytes);
    this.#kept.set(context, key);
    return key;
  }
}

/** Returns the seal context of a conversation's key. */
export function keyContext({ botId, conversationId }: ConversationRef): string {
  return sealContext(botId, conversationId, "key");
}
