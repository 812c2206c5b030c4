import { Pool, type PoolConfig } from "pg";
import type { StoreLog } from "./store-log.ts";

/** Statements are short and the disk is the limit: more connections only wait side by side. */
const maxConnections = 10;
/** A node that stands still in the middle of a transaction holds its rows no longer. */
const limitTransactions = "set idle_in_transaction_session_timeout = '30s'";

/** Statements of batches: two of admissions and two of settlements are under way at most. */
const maxBatches = 4;
/**
 * They look rows up by their keys, one after the other. A plan that was made while a table was small would
 * else read all of it, for as long as it is remembered.
 */
const byKey = "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off";

/** The connections of a store, none of which takes the process along when it is lost. */
export function openPool(config: PoolConfig, log: StoreLog): Pool {
  return open(
    { ...config, max: maxConnections, onConnect: (client) => client.query(limitTransactions) },
    log,
  );
}

/** Connections for statements that take many conversations at once. */
export function openBatchPool(config: PoolConfig, log: StoreLog): Pool {
  return open({ ...config, max: maxBatches, onConnect: (client) => client.query(byKey) }, log);
}

function open(config: PoolConfig, log: StoreLog): Pool {
  const pool = new Pool(config);
  // The pool drops a connection that fails while idle; without a listener that ends the process.
  pool.on("error", (error) =>
    log.warn({ reason: error.message }, "A database connection was lost"),
  );
  // So does one that fails between two statements of a transaction. The next of them fails.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
