import { type ClientBase, escapeIdentifier, escapeLiteral } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { BackupRecord } from "../../features/backup/store/backup-record.ts";
import { type DescribedTable, readCounters } from "../../features/backup/store/describe-tables.ts";
import { plainText } from "../../features/backup/store/dump-database.ts";
import { botRootContext } from "../../platform/sealing/bot-lookups.ts";
import { lookupRootContext } from "../../platform/sealing/lookup-root.ts";
import { type MasterSealed, openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import { describeBot, peopleColumns } from "./moved-tables.ts";
import { cellOf, type MoveKeys, resealRows } from "./reseal-rows.ts";

export interface DumpBotOptions {
  keys: MoveKeys;
  /** Maps ids of operators in this database to the ids of operators with the same email in the other one. */
  people: ReadonlyMap<string, string>;
}

/**
 * Yields all rows of a bot as of one moment, sealed for the other side, in one read-only transaction. Throws a
 * `SealError` if a value cannot be opened, and PostgreSQL's errors.
 */
export async function* dumpBot(
  client: ClientBase,
  botId: string,
  options: DumpBotOptions,
): AsyncGenerator<BackupRecord> {
  await client.query(`begin isolation level repeatable read, read only; ${plainText}`);
  const tables = await describeBot(client);
  let rows = 0;
  for (const table of tables) {
    yield { type: "table", value: table };
    if (table.name === rootsTable) {
      yield { type: "rows", value: await rootRow(client, botId, table, options.keys) };
      yield { type: "tableEnd", value: { rows: 1 } };
      rows++;
      continue;
    }
    const copy = client.query(copyTo(selectText(table, botId, options.people)));
    for await (const value of resealRows(copy, table, options.keys)) yield { type: "rows", value };
    yield { type: "tableEnd", value: { rows: copy.rowCount } };
    rows += copy.rowCount;
  }
  yield { type: "counters", value: { last: await readCounters(client) } };
  yield { type: "end", value: { tables: tables.length, rows } };
  await client.query("commit");
}

function selectText({ name, columns }: DescribedTable, botId: string, people: People): string {
  const list = columns.map((column) => columnText(`${name}.${column}`, column, people)).join(", ");
  return `copy (select ${list} from ${escapeIdentifier(name)} where bot_id = ${escapeLiteral(botId)}) to stdout`;
}

type People = DumpBotOptions["people"];

/** Replaces an operator's id with that of the same person on the other side. */
function columnText(place: string, column: string, people: People): string {
  const name = escapeIdentifier(column);
  const otherwise = peopleColumns[place];
  if (otherwise === undefined) return name;
  const cases = [...people].map(
    ([ours, theirs]) => `when ${escapeLiteral(ours)} then ${escapeLiteral(theirs)}`,
  );
  const rest = otherwise === "null" ? "null" : name;
  return cases.length === 0 ? rest : `case ${name} ${cases.join(" ")} else ${rest} end`;
}

const rootsTable = "bot_lookup_roots";

/** Returns the bot's own root if the bot was itself moved here from elsewhere; otherwise the database's root. */
async function rootRow(
  client: ClientBase,
  botId: string,
  { columns }: DescribedTable,
  keys: MoveKeys,
): Promise<Buffer> {
  const context = botRootContext(botId);
  const own = await client.query<MasterSealed>(
    `select key_id as "keyId", sealed from bot_lookup_roots where bot_id = $1`,
    [botId],
  );
  const common = await client.query<MasterSealed>(
    `select key_id as "keyId", sealed from lookup_root`,
  );
  const root = own.rows[0]
    ? openUnderMaster(keys.from, own.rows[0], context)
    : openUnderMaster(keys.from, common.rows[0]!, lookupRootContext);
  const { keyId, sealed } = sealUnderMaster(keys.to, root, context);
  const cells: Record<string, string> = {
    bot_id: botId,
    key_id: keyId,
    sealed: cellOf(sealed),
  };
  return Buffer.from(`${columns.map((column) => cells[column]).join("\t")}\n`);
}
