import type { Pool, PoolClient } from "pg";
import type { SealedTable } from "../../platform/parts/sealed-table.ts";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import { SealError } from "../../secrets/seal.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Few enough that no turn waits for it. */
const batchSize = 100;

/**
 * Reseals one batch from older keys of the ring to the newest one and returns how many values it resealed; 0 when none
 * is left. The sealed content stays the same, so nodes that have both keys notice nothing; an interrupted run resumes
 * where it stopped.
 */
export async function resealBatch(pool: Pool, ring: KeyRing): Promise<number> {
  for (const table of sealedTables) {
    // Reseals locked rows last and one at a time: a batch that waits while it holds others could cause a deadlock.
    const resealed =
      (await resealRows(pool, ring, table, `limit ${batchSize} for no key update skip locked`)) ||
      (await resealRows(pool, ring, table, "limit 1 for no key update"));
    if (resealed > 0) return resealed;
  }
  return 0;
}

type SealedRow = Record<string, string> & { key_id: string; sealed_value: Buffer };

async function resealRows(
  pool: Pool,
  ring: KeyRing,
  table: SealedTable,
  which: string,
): Promise<number> {
  const [, ...older] = ring.map(({ id }) => id);
  const select = `
    select ${table.key.join(", ")}, key_id, ${table.sealed} as sealed_value
    from ${table.name} where key_id = any($1) ${which}`;
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<SealedRow>(select, [older]);
    for (const row of rows) await resealRow(client, ring, table, row);
    return rows.length;
  });
}

async function resealRow(
  client: PoolClient,
  ring: KeyRing,
  table: SealedTable,
  { key_id: keyId, sealed_value: value, ...key }: SealedRow,
): Promise<void> {
  const context = table.contextOf(key);
  const plaintext = openOrName(ring, { keyId, sealed: value }, context, [table.name, key]);
  const { keyId: newest, sealed } = sealUnderMaster(ring, plaintext, context);
  const condition = table.key.map((column, n) => `${column} = $${n + 3}`).join(" and ");
  await client.query(
    `update ${table.name} set key_id = $1, ${table.sealed} = $2 where ${condition}`,
    [newest, sealed, ...table.key.map((column) => key[column])],
  );
}

/** A value that does not open stops everything: its row has to be found. */
function openOrName(
  ring: KeyRing,
  stored: Parameters<typeof openUnderMaster>[1],
  context: string,
  [table, key]: [string, object],
): Buffer {
  try {
    return openUnderMaster(ring, stored, context);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    const where = `It stands in ${table}, ${JSON.stringify(key)}.`;
    throw new SealError(error.code, `${error.message} ${where}`, { cause: error });
  }
}
