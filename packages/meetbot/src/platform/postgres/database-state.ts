import type { Pool } from "pg";
import type { NoteTime } from "./database-clock.ts";
import { inTime } from "./statement-time.ts";

/** How the database is at this moment. */
export interface DatabaseState {
  /** Whether the database is a standby or its operator blocks writes. */
  isReadOnly: boolean;
}

const statement = {
  ...inTime,
  name: "ping",
  text: `
    select current_setting('transaction_read_only') = 'on' as "isReadOnly",
      extract(epoch from clock_timestamp())::float8 * 1000 as "now"`,
};

/**
 * Queries the database's state. Closes a connection to a read-only server, because the next connection may reach
 * another server at the same address. Throws pg's error if no server answers.
 */
export async function lookAt(pool: Pool, noteTime: NoteTime): Promise<DatabaseState> {
  const client = await pool.connect();
  try {
    const askedAt = Date.now();
    const { rows } = await client.query<{ isReadOnly: boolean; now: number }>(statement);
    const [{ isReadOnly, now } = { isReadOnly: true, now: askedAt }] = rows;
    noteTime(now, { askedAt, answeredAt: Date.now() });
    client.release(isReadOnly);
    return { isReadOnly };
  } catch (error) {
    client.release(true);
    throw error;
  }
}
