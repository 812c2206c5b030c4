import type { Listener } from "@meetbot/model/shop/listener.ts";
import { type Kysely, sql, type Transaction } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { newToken } from "../../secrets/token.ts";
import { recordChange } from "../bots/audit.ts";
import { type BotStoreDeps, withLockedBot } from "../bots/locked-bot.ts";

/** A listener asks for queries every 5 s at least: whoever said nothing for so long is gone. By the database's clock. */
export const staysS = 12;

const columns = ["listenerId as id", "actor", "since"] as const;
const isThere = sql<boolean>`seen_at > now() - ${sql.lit(staysS)} * interval '1 second'`;

/** Why a listening ended, as the audit says it. */
export type ListeningEnd = "stopped" | "lost" | "taken_over" | "ended_by_another";

/** Who listens to which bot: one at a time, and each beginning and end is recorded. */
export function createListeners(deps: BotStoreDeps) {
  const { db } = deps;

  /** Whoever asked for the end stands in the audit; of one who was lost, they themselves. */
  async function remove(
    on: Transaction<Tables>,
    botId: string,
    listenerId: string,
    by: { why: ListeningEnd; actor: string },
  ): Promise<boolean> {
    const gone = await on
      .deleteFrom("listeners")
      .where("botId", "=", botId)
      .where("listenerId", "=", listenerId)
      .returning("actor")
      .executeTakeFirst();
    if (!gone) return false;
    const detail = { listener: gone.actor, why: by.why };
    await recordChange({ db: on, botId, actor: by.actor }, "listening_ended", detail);
    return true;
  }

  async function read(on: Kysely<Tables>, botId: string) {
    if (!isStorable(botId)) return null;
    const row = await on
      .selectFrom("listeners")
      .select(columns)
      .select(isThere.as("isThere"))
      .where("botId", "=", botId)
      .executeTakeFirst();
    return row ?? null;
  }

  return {
    /** The same, in whose changes this actor stands. */
    as: (actor: string): Listeners => createListeners({ ...deps, actor }),
    /** Who listens right now. What is left of one who was lost is put away. */
    async find(botId: string): Promise<Listener | null> {
      const found = await read(db, botId);
      if (!found) return null;
      const { isThere: listens, ...listener } = found;
      if (listens) return listener;
      const lost = { why: "lost", actor: listener.actor } as const;
      await db.transaction().execute((on) => remove(on, botId, listener.id, lost));
      return null;
    },
    /** Begins to listen, unless somebody does who is not to be replaced. `null`: there is no such bot. */
    begin: (
      botId: string,
      { takesOver }: { takesOver: boolean },
    ): Promise<{ outcome: "begun" | "taken"; listener: Listener } | null> =>
      withLockedBot(deps, botId, async (bot) => {
        const found = await read(bot.db, botId);
        if (found) {
          const { isThere: listens, ...before } = found;
          if (listens && !takesOver) return { outcome: "taken", listener: before };
          const by: { why: ListeningEnd; actor: string } = listens
            ? { why: "taken_over", actor: deps.actor }
            : { why: "lost", actor: before.actor };
          await remove(bot.db, botId, before.id, by);
        }
        const listener = await bot.db
          .insertInto("listeners")
          .values({ botId, listenerId: newToken(), actor: deps.actor })
          .returning(columns)
          .executeTakeFirstOrThrow();
        await recordChange(bot, "listening_started", {});
        return { outcome: "begun", listener };
      }),
    /** It is still there. False: it is not, and nothing it says counts any more. */
    async stay(botId: string, listenerId: string): Promise<boolean> {
      if (!isStorable(botId) || !isStorable(listenerId)) return false;
      const { numUpdatedRows } = await db
        .updateTable("listeners")
        .set({ seenAt: sql<Date>`now()` })
        .where("botId", "=", botId)
        .where("listenerId", "=", listenerId)
        .where(isThere)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** False: it listened no more. */
    async end(botId: string, listenerId: string, why: ListeningEnd): Promise<boolean> {
      if (!isStorable(botId) || !isStorable(listenerId)) return false;
      const by = { why, actor: deps.actor };
      return db.transaction().execute((on) => remove(on, botId, listenerId, by));
    },
  };
}

/** Who listens, and what was recorded of it. (What gives itself has to be an interface.) */
export interface Listeners extends ReturnType<typeof createListeners> {}
