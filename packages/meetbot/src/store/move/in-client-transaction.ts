import type { ClientBase } from "pg";

/** Runs a transaction on a dedicated connection; rolls it back on any error. */
export async function inClientTransaction<Result>(
  client: ClientBase,
  use: () => Promise<Result>,
): Promise<Result> {
  await client.query("begin");
  try {
    const result = await use();
    await client.query("commit");
    return result;
  } catch (error) {
    // If the connection is lost, so is the transaction.
    await client.query("rollback").catch(() => {});
    throw error;
  }
}
