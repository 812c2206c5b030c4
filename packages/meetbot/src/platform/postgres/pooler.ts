import { randomBytes } from "node:crypto";
import type { ClientBase } from "pg";

/**
 * The known facts about a pooler between this process and PostgreSQL, which may give each transaction another session.
 */
export interface Pooler {
  isThere: boolean;
  /**
   * Whether the pooler prepares named statements in any session they reach; PgBouncer does with
   * `max_prepared_statements`. False until known.
   */
  keepsNames: boolean;
}

/**
 * Whether a pooler answers in PostgreSQL's place: it names another process than the one that does the work,
 * for its clients cancel statements at the pooler.
 */
export async function isPooled(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const { processID } = client as ClientBase & { processID?: number | null };
  return processID != null && processID !== rows[0]?.pid;
}

/**
 * Checks whether the pooler gives prepared statements its own names. A pooler that does not forwards the names
 * unchanged; the next transaction's session lacks those statements or has another client's under the same name.
 */
export async function keepsNames(client: ClientBase): Promise<boolean> {
  const name = `meetbot_${randomBytes(6).toString("hex")}`;
  // Whatever it does, one transaction has one session.
  await client.query("begin");
  const text = "select from pg_prepared_statements where name = $1";
  const { rowCount } = await client.query({ name, text, values: [name] });
  if (rowCount !== 0) await client.query(`deallocate ${name}`);
  await client.query("commit");
  return rowCount === 0;
}

/**
 * Makes a connection work without session state behind a pooler: sends settings with each transaction, and unnamed
 * statements if the pooler does not track names.
 */
export function suitPooler(
  client: ClientBase,
  pooler: Readonly<Pooler>,
  settings: readonly string[],
): void {
  const begin = ["begin", ...settings.map((setting) => `set local ${setting}`)].join("; ");
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const suited = (asked: unknown): unknown => {
    if (asked === "begin") return begin;
    const isNamed = typeof asked === "object" && asked !== null && "name" in asked;
    return isNamed && !pooler.keepsNames ? { ...asked, name: undefined } : asked;
  };
  client.query = ((asked: unknown, ...rest: unknown[]) =>
    query(suited(asked), ...rest)) as ClientBase["query"];
}
