import { type ClientBase, escapeIdentifier } from "pg";
import { describeBot } from "./moved-tables.ts";
import { recordMove } from "./record-move.ts";

/** The destination of a moved bot. */
export interface Whereto {
  botId: string;
  moveId: string;
  /** The new base URL of the bot's endpoints; `null` if the address stays the same. */
  url: string | null;
}

/**
 * Begins a transaction in which nobody else changes anything of a bot: it locks each of the bot's rows, first those
 * that others refer to. A new row has to refer to one of them, and waits; so does any change or deletion. Returns false
 * when there is no such bot.
 */
export async function lockBot(client: ClientBase, botId: string): Promise<boolean> {
  await client.query(`begin; set local statement_timeout = 0; set local lock_timeout = 0;
    set local idle_in_transaction_session_timeout = 0`);
  let isThere = false;
  for (const { name } of await describeBot(client)) {
    const { rows } = await client.query<{ locked: string }>(
      `select count(*) as locked from (
         select from ${escapeIdentifier(name)} where bot_id = $1 for update
       ) as own`,
      [botId],
    );
    if (name === "bots") isThere = rows[0]?.locked === "1";
  }
  return isThere;
}

/** Deletes a locked bot: once that is committed, transactions that waited for its rows find none. */
export async function deleteLockedBot(client: ClientBase, botId: string): Promise<void> {
  await client.query("delete from bots where bot_id = $1", [botId]);
}

/** Records where a bot moves to. */
export async function recordLeaving(
  client: ClientBase,
  { botId, moveId, url }: Whereto,
): Promise<void> {
  await client.query(
    `insert into moved_bots (bot_id, move_id, url) values ($1, $2, $3)
     on conflict (bot_id) do update
     set move_id = excluded.move_id, url = excluded.url, moved_at = now(), arrived_at = null`,
    [botId, moveId, url],
  );
  await recordMove(client, "bot_moved_away", { bot_id: botId, ...(url !== null && { to: url }) });
}

/** Records that the bot has arrived; from now on this side forwards its requests to the other. */
export async function recordArrival(client: ClientBase, botId: string): Promise<void> {
  await client.query(
    "update moved_bots set arrived_at = now() where bot_id = $1 and arrived_at is null",
    [botId],
  );
}
