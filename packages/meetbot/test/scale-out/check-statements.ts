import { botsInStatement } from "./bots-in-statement.ts";
import { recordStatements } from "./record-statements.ts";

/** Statements that bring rows together without naming the bot, and why bots can be parted nonetheless. */
const excused: readonly (readonly [statement: RegExp, because: string])[] = [
  [/^delete from \w+ where ctid = any\(array\(/, "rows go by the places it has just found them at"],
  [/where scope = asked\.scope and expires_at/, "a scope is the hash of a bot's id and more"],
  [/\bupdate tally_progress set strict_since/, "asks whether this database has counted before"],
];

const { statements } = recordStatements();
const checked = new Set<string>();
let tables: Promise<readonly string[]> | undefined;

/** From the first call on, what the stores of this process ask is recorded. `read` returns the tables that have rows of bots. */
export function watchStatements(read: () => Promise<readonly string[]>): Promise<unknown> {
  tables ??= read();
  return tables;
}

/** All tables that have rows of bots. */
export const tablesOfBots = `
  select table_name from information_schema.columns
  where table_schema = current_schema() and column_name = 'bot_id'`;

/**
 * Throws where a statement that was asked since the last check brings rows of two bots together: bots could then not be
 * spread over databases.
 */
export async function checkStatements(): Promise<void> {
  const spread = new Set(await tables);
  for (const [text, statement] of statements) {
    if (checked.has(text)) continue;
    checked.add(text);
    const { mixes } = await botsInStatement(statement, spread);
    if (mixes.length === 0 || excused.some(([pattern]) => pattern.test(text))) continue;
    throw new Error(`A statement brings rows together (${mixes}) that may be of two bots: ${text}`);
  }
}
