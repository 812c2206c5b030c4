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
    // The connection goes, and with it whatever the transaction did.
    client.release(true);
    throw error;
  }
}
