import type { ClientBase, Pool } from "pg";
import type { KeyRing } from "../../secrets/key-ring.ts";

/** PostgreSQL truncates a connection's name at 63 bytes; nobody needs more keys at once. */
const namedKeys = 5;
const prefix = "meetbot keys:";

/** This process has a newer master key than a running one, which could not open what this process seals. */
export class NodeBehindError extends Error {
  override name = "NodeBehindError";
  readonly code = "node_behind";

  constructor(keyId: string) {
    super(
      `Another Meetbot runs on this database without the master key ${keyId}, which is the newest here. It could not open what is sealed under it, and its customers would get no answer. Restart that one with both keys first (of several nodes, each with the old key in front, before one has the new key there): MEETBOT_MASTER_KEY, or the key file.`,
    );
  }
}

/** Returns the name of a process's connections, through which PostgreSQL shows other processes the keys it has. */
export function connectionName(ring: KeyRing): string {
  const ids = ring.slice(0, namedKeys).map(({ id }) => id);
  return prefix + ids.join(",");
}

/**
 * Refuses a key ring whose newest key is unknown to a process that runs on this database: throws a {@link
 * NodeBehindError}.
 */
export async function checkNodes(pool: Pool | ClientBase, [newest]: KeyRing): Promise<void> {
  const { rows } = await pool.query(
    `select 1 from pg_stat_activity
     where datname = current_database() and starts_with(application_name, $1)
       and strpos(application_name, $2) = 0
     limit 1`,
    [prefix, newest.id],
  );
  if (rows.length > 0) throw new NodeBehindError(newest.id);
}
