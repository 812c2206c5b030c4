import { Pool, type PoolClient } from "pg";
import { DatabaseHints } from "../../platform/change-signals/database-hints.ts";
import { connectionTo, type DatabaseConnection } from "../../platform/postgres/connection-to.ts";
import { createDatabaseClock } from "../../platform/postgres/database-clock.ts";
import { isPooled, keepsNames } from "../../platform/postgres/pooler.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import { checkKeyRing } from "../reseal/key-use.ts";
import { compareSteps } from "./migrate.ts";

/** The setup of a database, read without changing anything. */
export interface DatabaseFacts {
  /** As PostgreSQL counts: 170004 is 17.4. */
  versionNumber: number;
  version: string;
  encoding: string;
  isReadOnly: boolean;
  isSuperuser: boolean;
  /** Whether tables may be created in the schema that holds Meetbot's tables. */
  mayCreateTables: boolean;
  /** Whether the connection is encrypted, as far as the server can see. */
  isEncrypted: boolean;
  /** `synchronous_commit`, and the standbys that a commit waits for. */
  commitWaitsFor: string;
  synchronousStandbys: string;
  /** Standbys that follow at this moment. */
  followers: number;
  /** Null: none. */
  pooler: { keepsNames: boolean } | null;
  /** How far this machine's clock is ahead. */
  clock: { aheadMs: number; isOff: boolean };
  /** Steps of this version that are not yet applied, and applied steps of a newer version. */
  schema: { isNew: boolean; pending: string[]; unknown: string[] };
  /** Whether a node would receive other nodes' change signals at once; null if that cannot be tried. */
  hears: boolean | null;
  /** Why the master keys do not fit; `null` if they do, or if that cannot be checked yet. */
  keyFault: Error | null;
}

type SqlFacts = Pick<
  DatabaseFacts,
  | "versionNumber"
  | "version"
  | "encoding"
  | "isReadOnly"
  | "isSuperuser"
  | "mayCreateTables"
  | "isEncrypted"
  | "commitWaitsFor"
  | "synchronousStandbys"
  | "followers"
> & { hasSteps: boolean; nowMs: number };

const factsText = `
  select current_setting('server_version_num')::integer as "versionNumber",
    current_setting('server_version') as version,
    current_setting('server_encoding') as encoding,
    current_setting('transaction_read_only') = 'on' as "isReadOnly",
    current_setting('is_superuser') = 'on' as "isSuperuser",
    coalesce(has_schema_privilege(current_schema(), 'create'), false) as "mayCreateTables",
    coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as "isEncrypted",
    current_setting('synchronous_commit') as "commitWaitsFor",
    current_setting('synchronous_standby_names') as "synchronousStandbys",
    (select count(*)::integer from pg_stat_replication) as followers,
    to_regclass('kysely_migration') is not null as "hasSteps",
    extract(epoch from clock_timestamp())::float8 * 1000 as "nowMs"`;

/**
 * Inspects a database as a starting node would. If `ring` is null, the keys are not checked. Throws pg's error if the
 * database cannot be reached.
 */
export async function inspectDatabase(options: {
  connection: DatabaseConnection;
  listenConnection: readonly string[] | null;
  ring: KeyRing | null;
}): Promise<DatabaseFacts> {
  const { connection, listenConnection, ring } = options;
  const pool = new Pool({ ...connectionTo(connection).config, max: 2 });
  pool.on("error", () => {});
  try {
    const client = await pool.connect();
    const read = await readFacts(client).finally(() => client.release());
    const { schema, isReadOnly } = read;
    const isCurrent = !schema.isNew && schema.pending.length === 0 && schema.unknown.length === 0;
    const listening = connectionTo(listenConnection ?? connection);
    return {
      ...read,
      hears: isReadOnly ? null : await tryToHear(pool, listening),
      keyFault: ring && isCurrent ? await keyFaultOf(pool, ring) : null,
    };
  } finally {
    await pool.end();
  }
}

async function readFacts(client: PoolClient): Promise<Omit<DatabaseFacts, "hears" | "keyFault">> {
  const pooler = (await isPooled(client)) ? { keepsNames: await keepsNames(client) } : null;
  const askedAt = Date.now();
  const { rows } = await client.query<SqlFacts>(factsText);
  const { hasSteps, nowMs, ...facts } = rows[0]!;
  const { clock, note } = createDatabaseClock();
  note(nowMs, { askedAt, answeredAt: Date.now() });
  const taken = hasSteps
    ? (await client.query<{ name: string }>("select name from kysely_migration")).rows
    : [];
  return {
    ...facts,
    pooler,
    clock: { aheadMs: clock.aheadMs(), isOff: clock.isOff() },
    schema: {
      isNew: taken.length === 0,
      ...(await compareSteps(taken.map(({ name }) => name))),
    },
  };
}

async function tryToHear(pool: Pool, at: ReturnType<typeof connectionTo>): Promise<boolean> {
  const hints = new DatabaseHints(pool, { ...at, name: "meetbot doctor" }, { warn() {} });
  await hints.start();
  return hints.hears().finally(() => hints.stop());
}

async function keyFaultOf(pool: Pool, ring: KeyRing): Promise<Error | null> {
  try {
    await checkKeyRing(pool, ring);
    return null;
  } catch (error) {
    return error as Error;
  }
}
