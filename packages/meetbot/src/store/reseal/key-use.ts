import type { ClientBase, Pool } from "pg";
import { type KeyRing, keyUnknown } from "../../secrets/key-ring.ts";
import { sealedTables } from "./sealed-tables.ts";

/** A master key by its id, and how many values it seals. */
export interface KeyUse {
  keyId: string;
  sealed: number;
}

const countText = sealedTables
  .map(({ name }) => `select key_id, count(*) as sealed from ${name} group by key_id`)
  .join(" union all ");

/** How much each master key seals, whether or not it is in the ring. */
export async function countKeyUse(pool: Pool): Promise<KeyUse[]> {
  const { rows } = await pool.query<KeyUse>(
    `select key_id as "keyId", sum(sealed)::integer as sealed from (${countText}) as counted
     group by key_id order by key_id`,
  );
  return rows;
}

/** From one id to the next by the index: as many steps as there are keys, however long the table. */
const conversationKeysText = `
  with recursive used as (
    (select key_id from conversations order by key_id limit 1)
    union all
    select (
      select key_id from conversations where key_id > used.key_id order by key_id limit 1
    ) from used where key_id is not null
  )
  select key_id from used where key_id is not null`;

const usedText = sealedTables
  .map(({ name }) =>
    name === "conversations" ? conversationKeysText : `select distinct key_id from ${name}`,
  )
  .map((text) => `select key_id from (${text}) as used`)
  .join(" union ");

/**
 * Refuses a ring in which a key is missing that something is sealed under, before it seals more.
 * Throws a `SealError` that names the missing one.
 */
export async function checkKeyRing(pool: Pool | ClientBase, ring: KeyRing): Promise<void> {
  const { rows } = await pool.query<{ key_id: string }>(usedText);
  const missing = rows.find((used) => !ring.some(({ id }) => id === used.key_id));
  if (missing) throw keyUnknown(missing.key_id, ring);
}
