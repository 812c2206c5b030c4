import type { Pool } from "pg";
import { type KeyRing, type MasterSealed, openUnderMaster } from "../../secrets/key-ring.ts";
import { createLookupKey, type LookupKey } from "../../secrets/lookup-key.ts";
import { isStorable } from "../postgres/is-storable.ts";
import { sealContext } from "./seal-context.ts";

/** Lookup keys of one bot, each for a purpose. */
export type LookupsOfBot = (purpose: string) => LookupKey;

/** Returns the seal context of a bot's own root. */
export const botRootContext = (botId: string): string => sealContext(botId, "lookup root");

const findText = `
  select key_id as "keyId", sealed from bots left join bot_lookup_roots using (bot_id)
  where bot_id = $1`;

const listText = `select bot_id as "botId", key_id as "keyId", sealed from bot_lookup_roots`;

type Found = MasterSealed | { keyId: null; sealed: null };

/**
 * The lookup keys of each bot's rows. A bot moved from another installation brought the root under which its rows were
 * stored there, and still uses it; all others use the database's root. A bot's root never changes, so each process
 * queries it only once.
 */
export class BotLookups {
  readonly #pool: Pool;
  readonly #ring: KeyRing;
  readonly #common: LookupsOfBot;
  readonly #known = new Map<string, LookupsOfBot>();

  constructor(pool: Pool, ring: KeyRing, commonRoot: Buffer) {
    this.#pool = pool;
    this.#ring = ring;
    this.#common = lookupsFrom(commonRoot);
  }

  /** Returns the lookup keys of a bot; for a bot that does not exist, the database's. */
  async of(botId: string): Promise<LookupsOfBot> {
    const known = this.#known.get(botId);
    if (known) return known;
    if (!isStorable(botId)) return this.#common;
    const { rows } = await this.#pool.query<Found>(findText, [botId]);
    const [row] = rows;
    if (!row) return this.#common;
    const found = row.sealed === null ? this.#common : this.#open(botId, row);
    this.#known.set(botId, found);
    return found;
  }

  /** Returns all lookup keys in use here: the database's, and those that imported bots brought along. */
  async all(): Promise<LookupsOfBot[]> {
    const { rows } = await this.#pool.query<MasterSealed & { botId: string }>(listText);
    return [this.#common, ...rows.map((row) => this.#open(row.botId, row))];
  }

  #open(botId: string, stored: MasterSealed): LookupsOfBot {
    return lookupsFrom(openUnderMaster(this.#ring, stored, botRootContext(botId)));
  }
}

/** Derives lookup keys from a root, each once. */
function lookupsFrom(root: Buffer): LookupsOfBot {
  const made = new Map<string, LookupKey>();
  return (purpose) => {
    const key = made.get(purpose) ?? createLookupKey(root, purpose);
    made.set(purpose, key);
    return key;
  };
}
