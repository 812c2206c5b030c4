import type { Pool } from "pg";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";

/** A bot that is in another installation now. */
export interface MovedBot {
  /** The bot's new address; null if the address stays the same. */
  url: string | null;
  /** Whether it is there already. */
  hasArrived: boolean;
}

const findStatement = {
  name: "moved-bot",
  ...inTime,
  text: `select url, arrived_at is not null as "hasArrived" from moved_bots where bot_id = $1`,
};

const arrivingText = "select distinct bot_id from arriving_bots order by bot_id";

/** Accesses the bots that left this installation and those being moved to it. */
export function createMovedBots(pool: Pool) {
  return {
    /** Returns where a bot moved; `null` if it did not leave this side. */
    async find(botId: string): Promise<MovedBot | null> {
      if (!isStorable(botId)) return null;
      const { rows } = await pool.query<MovedBot>({ ...findStatement, values: [botId] });
      return rows[0] ?? null;
    },
    /** Returns bots whose move here has not ended; nobody can reach their stored data yet. */
    async arriving(): Promise<string[]> {
      const { rows } = await pool.query<{ bot_id: string }>(arrivingText);
      return rows.map(({ bot_id: id }) => id);
    },
  };
}

export type MovedBots = ReturnType<typeof createMovedBots>;
