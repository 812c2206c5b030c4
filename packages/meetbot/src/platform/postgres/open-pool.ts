import { type ClientBase, Pool, type PoolConfig, type QueryConfig } from "pg";
import { inTransaction } from "./in-transaction.ts";
import { isPooled, keepsNames, type Pooler, suitPooler } from "./pooler.ts";
import type { StoreLog } from "./store-log.ts";

/** Statements are short and the disk is the limit: more connections only wait side by side. */
const maxConnections = 10;
/** Ends the transaction of a node that stalls in the middle of it, which releases its row locks. */
const limitTransactions = ["idle_in_transaction_session_timeout = '30s'"];

/** The most batch statements that run at once: two of admissions and two of settlements. */
const maxBatches = 4;
/**
 * Makes statements look up rows by key, one after the other. Otherwise a plan made while a table was small would read
 * the whole table for as long as the plan is cached.
 */
const byKey = ["enable_seqscan = off", "enable_hashjoin = off", "enable_mergejoin = off"];

/** Shared options of all connections of a store. */
export interface PoolDeps {
  config: PoolConfig;
  /** By which PostgreSQL's other clients know them. */
  name: string;
  pooler: Pooler;
  log: StoreLog;
}

/** Connections that are in use or could be, and statements that wait for one. */
export interface PoolUse {
  used: number;
  idle: number;
  waiting: number;
}

/** How pools are used at this moment. */
export function countConnections(pools: readonly Pool[]): PoolUse {
  const use = { used: 0, idle: 0, waiting: 0 };
  for (const { totalCount, idleCount, waitingCount } of pools) {
    use.used += totalCount - idleCount;
    use.idle += idleCount;
    use.waiting += waitingCount;
  }
  return use;
}

/** Opens the connections of a store. Losing one does not end the process. */
export function openPool(deps: PoolDeps): Pool {
  return open(deps, maxConnections, limitTransactions);
}

/** Opens the connections for statements that handle many conversations at once. */
export function openBatchPool(deps: PoolDeps): Pool {
  const pool = open(deps, maxBatches, byKey);
  const query = pool.query.bind(pool);
  // Behind a pooler, settings last for one transaction only.
  pool.query = ((statement: QueryConfig) =>
    deps.pooler.isThere
      ? inTransaction(pool, (client) => client.query(statement))
      : query(statement)) as Pool["query"];
  return pool;
}

function open(deps: PoolDeps, max: number, settings: readonly string[]): Pool {
  const { config, log } = deps;
  const onConnect = (client: ClientBase) => prepareSession(client, deps, settings);
  const pool = new Pool({ ...config, max, onConnect });
  // The pool drops a connection that fails while idle; without a listener, the error would end the process. Connections
  // that end while the pool closes are not reported as lost: the server may close them first.
  pool.on("error", (error) => {
    if (!pool.ending) log.warn({ reason: error.message }, "A database connection was lost");
  });
  // So does one that fails between two statements of a transaction. The next of them fails.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

async function prepareSession(
  client: ClientBase,
  { name, pooler }: PoolDeps,
  settings: readonly string[],
): Promise<void> {
  if (!(await isPooled(client))) {
    const all = [`application_name = '${name}'`, ...settings];
    await client.query(all.map((setting) => `set ${setting}`).join("; "));
    return;
  }
  if (!pooler.isThere) {
    pooler.isThere = true;
    pooler.keepsNames = await keepsNames(client);
  }
  suitPooler(client, pooler, settings);
}
