import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Kysely, Transaction } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import { botColumns } from "./bot-columns.ts";

/** The dependencies of every change to a bot. */
export interface BotStoreDeps {
  db: Kysely<Tables>;
  keyRing: KeyRing;
  /** Who changes it. */
  actor: string;
}

/** A bot locked against other changes until the transaction ends. */
export interface LockedBot extends BotStoreDeps {
  db: Transaction<Tables>;
  botId: string;
  /** As it is before the change. */
  was: Bot;
}

/**
 * Changes a bot in one transaction; changes to the same bot run one after the other. Returns `null` if the bot does not
 * exist.
 */
export async function withLockedBot<Result>(
  deps: BotStoreDeps,
  botId: string,
  change: (bot: LockedBot) => Promise<Result>,
): Promise<Result | null> {
  if (!isStorable(botId)) return null;
  return deps.db.transaction().execute(async (db) => {
    const was = await db
      .selectFrom("bots")
      .select(botColumns)
      .where("botId", "=", botId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return was ? change({ ...deps, db, botId, was }) : null;
  });
}
