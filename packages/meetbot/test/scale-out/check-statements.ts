import { after } from "node:test";
import { botsInStatement } from "./bots-in-statement.ts";
import { recordStatements } from "./record-statements.ts";

/** Statements that bring rows together without naming the bot, and why bots can be parted nonetheless. */
const excused: readonly (readonly [statement: RegExp, because: string])[] = [
  [/^delete from \w+ where ctid = any\(array\(/, "rows go by the places it has just found them at"],
  [/where scope = asked\.scope and expires_at/, "a scope is the hash of a bot's id and more"],
  [/^\s*update tally_progress set strict_since/, "asks whether this database has counted before"],
];

const statements = recordStatements();
let tables: Promise<readonly string[]> | undefined;

/**
 * At the end of the file, what its stores have asked must bring rows of two bots together nowhere: bots could then not
 * be spread over databases. `read` tells the tables that have rows of bots, once.
 */
export function watchStatements(read: () => Promise<readonly string[]>): Promise<unknown> {
  tables ??= read();
  return tables;
}

/** All tables that have rows of bots. */
export const tablesOfBots = `
  select table_name from information_schema.columns
  where table_schema = current_schema() and column_name = 'bot_id'`;

after(async () => {
  const spread = new Set(await tables);
  for (const [text, statement] of statements) {
    const { mixes } = await botsInStatement(statement, spread);
    if (mixes.length === 0 || excused.some(([pattern]) => pattern.test(text))) continue;
    throw new Error(`A statement brings rows together (${mixes}) that may be of two bots: ${text}`);
  }
});
