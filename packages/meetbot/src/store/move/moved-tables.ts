import type { ClientBase } from "pg";
import {
  type DescribedTable,
  describeTables,
} from "../../features/backup/store/describe-tables.ts";

/** Tables that a move leaves behind, with the reason; every other table with a bot id moves. */
export const leftBehind: Readonly<Record<string, string>> = {
  agent_presence: "people belong to their installation",
  api_tokens: "people belong to their installation",
  arriving_bots: "rows of bots on the way here",
  attempts: "counts of minutes and hours, by hashes of the database; they begin anew",
  bot_members: "people belong to their installation: rights are given anew",
  inbox_mentions: "people belong to their installation",
  moved_bots: "bots that are gone from here",
  one_time_links: "people belong to their installation",
  web_pushes: "go to browsers of people of this installation",
};

/**
 * Columns that hold an operator's id. `null`: the column is cleared if the other side has no operator with the same
 * email.
 */
export const peopleColumns: Readonly<Record<string, "null" | "as it was">> = {
  "conversations.held_by": "as it was",
  "inbox_conversations.assigned_to": "null",
  "inbox_notes.author": "as it was",
  "messages.author": "as it was",
};

/** Returns the tables that hold a bot's rows, each after the tables it refers to; the bot's own table comes first. */
export async function describeBot(client: ClientBase): Promise<DescribedTable[]> {
  const tables = await describeTables(client);
  return tables.filter(({ name, columns }) => columns.includes("bot_id") && !(name in leftBehind));
}
