import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import { openKysely } from "./open-kysely.ts";
import type { Tables } from "./tables.ts";

/**
 * Runs stores that begin transactions of their own within one transaction, in which each of theirs becomes a savepoint.
 * All their changes are stored when `use` resolves, and none when it rejects.
 */
export function withinTransaction<Result>(
  db: Kysely<Tables>,
  use: (within: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  return db
    .transaction()
    .execute((transaction) =>
      transaction
        .getExecutor()
        .provideConnection((connection) => use(openKysely(dialectOn(connection)))),
    );
}

function dialectOn(connection: DatabaseConnection): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(connection),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function createDriver(connection: DatabaseConnection): Driver {
  let depth = 0;
  const run = async (statement: string) => {
    await connection.executeQuery(CompiledQuery.raw(statement));
  };
  return {
    async init() {},
    acquireConnection: async () => connection,
    beginTransaction: () => run(`savepoint nested_${++depth}`),
    commitTransaction: () => run(`release savepoint nested_${depth--}`),
    rollbackTransaction: () => run(`rollback to savepoint nested_${depth--}`),
    async releaseConnection() {},
    async destroy() {},
  };
}
