import type { Listener } from "@meetbot/model/shop/listener.ts";
import { type Kysely, sql, type Transaction } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { newToken } from "../../secrets/token.ts";
import { recordChange } from "../bots/audit.ts";
import { type BotStoreDeps, withLockedBot } from "../bots/locked-bot.ts";

/** A listener polls for queries every 5 s at least: one that is silent this long is gone. By the database's clock. */
export const staysS = 12;

const columns = ["listenerId as id", "actor", "since"] as const;
const isThere = sql<boolean>`seen_at > now() - ${sql.lit(staysS)} * interval '1 second'`;

/** Why a listening session ended, as recorded in the audit log. */
export type ListeningEnd = "stopped" | "lost" | "taken_over" | "ended_by_another";

/** Stores who listens to which bot: one at a time, with each start and end recorded. */
export function createListeners(deps: BotStoreDeps) {
  const { db } = deps;

  /** The audit names the operator who ended the listening; for a lost listener, its own operator. */
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
    /** Returns the same listeners, with changes recorded under the name of this actor. */
    as: (actor: string): Listeners => createListeners({ ...deps, actor }),
    /** Returns the current listener, and removes the row of a lost one. */
    async find(botId: string): Promise<Listener | null> {
      const found = await read(db, botId);
      if (!found) return null;
      const { isThere: listens, ...listener } = found;
      if (listens) return listener;
      const lost = { why: "lost", actor: listener.actor } as const;
      await db.transaction().execute((on) => remove(on, botId, listener.id, lost));
      return null;
    },
    /**
     * Starts to listen, unless another listener is active and must not be replaced. `null` when there is no such bot.
     */
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
    /** Records that the listener is still there; false when it is gone, so that its answers no longer count. */
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
    /** Ends the listening; false when it had ended already. */
    async end(botId: string, listenerId: string, why: ListeningEnd): Promise<boolean> {
      if (!isStorable(botId) || !isStorable(listenerId)) return false;
      const by = { why, actor: deps.actor };
      return db.transaction().execute((on) => remove(on, botId, listenerId, by));
    },
  };
}

/** The listeners of bots, and their record. (A type that refers to itself has to be an interface.) */
export interface Listeners extends ReturnType<typeof createListeners> {}
