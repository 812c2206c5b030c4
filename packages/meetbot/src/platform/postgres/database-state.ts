import type { Pool } from "pg";
import type { NoteTime } from "./database-clock.ts";
import { inTime } from "./statement-time.ts";

/** How the database is at this moment. */
export interface DatabaseState {
  /** It is a standby, or its operator lets nobody write. */
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
 * Asks the database how it is. A connection to a server that is only read is given up: by the next one,
 * another server may be behind the address. Throws what pg throws where none answers.
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
