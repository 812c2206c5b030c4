import { DatabaseError, type Pool } from "pg";
import { inTransaction } from "./in-transaction.ts";

/** The longest that a batch holds its rows. Others that need one of them wait no longer. */
const batchTimeMs = 2_000;
/** One row may take very many along. */
const rowTimeMs = 60_000;
/** `query_canceled`: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const canceled = "57014";

/**
 * Deletes batch by batch until there is nothing more, and returns how many rows. `$1` of the statement
 * is the size of a batch: one that takes too long is undone, and it goes on with a tenth of it.
 */
export async function deleteBatches(pool: Pool, text: string, size: number): Promise<number> {
  let deleted = 0;
  for (let limit = size; ; ) {
    const count = await deleteBatch(pool, text, limit);
    if (count === 0) return deleted;
    if (count === null) limit = Math.ceil(limit / 10);
    else deleted += count;
  }
}

/** Null: it took too long, and nothing of it is done. */
async function deleteBatch(pool: Pool, text: string, limit: number): Promise<number | null> {
  try {
    return await inTransaction(pool, async (client) => {
      const timeMs = limit === 1 ? rowTimeMs : batchTimeMs;
      await client.query(`set local statement_timeout = ${timeMs}`);
      return (await client.query(text, [limit])).rowCount ?? 0;
    });
  } catch (error) {
    if (limit > 1 && error instanceof DatabaseError && error.code === canceled) return null;
    throw error;
  }
}
