import type { Pool, PoolClient } from "pg";

/** Runs statements that hold together or not at all. */
export async function inTransaction<Result>(
  pool: Pool,
  run: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const result = await run(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    // Closes the connection, which rolls back the transaction.
    client.release(true);
    throw error;
  }
}
