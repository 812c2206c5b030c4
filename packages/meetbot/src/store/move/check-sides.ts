import type { ClientBase } from "pg";
import { compareSteps } from "../upgrade/migrate.ts";
import { MoveError } from "./move-error.ts";

/** Which side owns a bot: the one it is moved from, neither while it is staged, or the other side once it has moved. */
export type Whose = "here" | "on_the_way" | "moved_before";

interface Facts {
  database: string;
  isThere: boolean;
  /** The ids of the moves by which the bot left this side or is arriving. */
  leftBy: string | null;
  arrivesBy: string | null;
}

const stepsText = `
  select system_identifier || ' ' || current_database() || ' ' || current_schema() as database,
    to_regclass('kysely_migration') is not null as "hasSteps"
  from pg_control_system()`;

const factsText = `
  select exists (select from bots where bot_id = $1) as "isThere",
    (select move_id from moved_bots where bot_id = $1) as "leftBy",
    (select move_id from arriving_bots where bot_id = $1 limit 1) as "arrivesBy"`;

/**
 * Checks whether a bot can be moved, and how far an earlier attempt got. Throws a {@link MoveError} if it cannot be
 * moved.
 */
export async function checkSides(from: ClientBase, to: ClientBase, botId: string): Promise<Whose> {
  const [here, there] = [await look(from, botId), await look(to, botId)];
  if (here.database === there.database) throw sameDatabase();
  if (here.isThere && there.isThere) throw botExists(botId);
  if (here.isThere) {
    await checkPages(from, to, botId);
    return "here";
  }
  if (here.leftBy !== null && here.leftBy === there.arrivesBy) return "on_the_way";
  if (there.isThere && here.leftBy !== null) return "moved_before";
  throw new MoveError("no_such_bot", `There is no bot ${botId} here: see \`meetbot bot list\`.`);
}

async function look(client: ClientBase, botId: string): Promise<Facts> {
  const [at] = (await client.query<{ database: string; hasSteps: boolean }>(stepsText)).rows;
  const taken = at!.hasSteps
    ? (await client.query<{ name: string }>("select name from kysely_migration")).rows
    : [];
  await checkSteps(taken.map(({ name }) => name));
  const [facts] = (await client.query<Omit<Facts, "database">>(factsText, [botId])).rows;
  return { database: at!.database, ...facts! };
}

/** Checks that both sides have the same tables: only then does a row mean the same on both. */
async function checkSteps(taken: string[]): Promise<void> {
  const { pending, unknown: notKnown } = await compareSteps(taken);
  const [[missing], [unknown]] = [pending, notKnown];
  if (missing === undefined && unknown === undefined) return;
  throw new MoveError(
    "other_tables",
    unknown === undefined
      ? `One of the two databases has not taken the step ${missing}: it belongs to an older Meetbot, or to none yet. Start this version on both sides first. Nothing was moved.`
      : `One of the two databases has taken the step ${unknown}, which this version does not know: it belongs to a newer Meetbot. Run this command by that version, and start it on both sides first. Nothing was moved.`,
  );
}

async function checkPages(from: ClientBase, to: ClientBase, botId: string): Promise<void> {
  const { rows } = await from.query<{ channel: string; id: string }>(
    "select channel, external_id as id from channel_links where bot_id = $1",
    [botId],
  );
  for (const { channel, id } of rows) {
    const holders = await to.query<{ botId: string }>(
      `select bot_id as "botId" from channel_links where channel = $1 and external_id = $2`,
      [channel, id],
    );
    if (!holders.rows[0]) continue;
    throw new MoveError(
      "page_taken",
      `The same place on ${channel} is connected on the other side, to ${holders.rows[0].botId}. Disconnect it there first (meetbot channel ${channel} disconnect). Nothing was moved.`,
    );
  }
}

function sameDatabase(): MoveError {
  return new MoveError(
    "same_database",
    "Both sides are one database. Name that of the other installation in the file behind --to. Nothing was moved.",
  );
}

function botExists(botId: string): MoveError {
  return new MoveError(
    "bot_exists",
    `The other side has a bot ${botId} already. Where that is an older copy that nobody needs, delete it there (meetbot bot delete). Nothing was moved.`,
  );
}
