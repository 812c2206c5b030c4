import { DatabaseError, type Pool } from "pg";
import { inTransaction } from "./in-transaction.ts";

/** The longest that a batch holds its rows. Others that need one of them wait no longer. */
const batchTimeMs = 2_000;
/** Deleting one row may cascade to very many. */
const rowTimeMs = 60_000;
/** `query_canceled`: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const canceled = "57014";

/**
 * Deletes in batches until no row is left and returns the number of rows. `$1` of the statement is the batch size: a
 * batch that takes too long is rolled back and retried with a tenth of the size.
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

/** Deletes one batch; `null` if it took too long and was rolled back. */
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
