import type { AgentOnDuty, OwnPresence, PresenceChange } from "@meetbot/model/desk/presence.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { mayAnswer, staysOn } from "./may-answer.ts";

const stays = sql.raw(staysOn);
/** A page polls every few seconds; presence is recorded no more often than this. */
const notedEvery = sql`interval '1 minute'`;

const isOn = sql<boolean>`(p.is_on and p.seen_at > now() - ${stays})`;

/** When the presence last changed; for an agent who left without signing off, when the agent was considered gone. */
const since = sql<Date>`
  case when p.is_on and not ${isOn} then p.seen_at + ${stays} else p.since end`;

const holds = sql<number>`(
  select count(*)::integer from conversations as c
  where c.held_by = p.operator_id and c.bot_id = p.bot_id and c.holder = 'person')`;

export function createPresence(db: Kysely<Tables>) {
  return {
    /** Sets whether an operator answers a bot's customers from now on, and how many at once. */
    async set(
      botId: string,
      operatorId: string,
      { on, capacity }: PresenceChange,
    ): Promise<OwnPresence> {
      const given = capacity ?? null;
      const { rows } = await sql<OwnPresence>`
        insert into agent_presence as p (bot_id, operator_id, is_on, capacity)
        values (${botId}, ${operatorId}, ${on}, coalesce(${given}::smallint, 5))
        on conflict (bot_id, operator_id) do update set
          since = case when ${isOn} = excluded.is_on then p.since else now() end,
          is_on = excluded.is_on,
          seen_at = now(),
          capacity = coalesce(${given}::smallint, p.capacity)
        returning is_on as "on", since, capacity`.execute(db);
      const [own] = rows;
      if (!own) throw new Error("An upsert returned no row.");
      return own;
    },
    /** Returns the presence that an operator set last; `null` if there is none yet. */
    async of(botId: string, operatorId: string): Promise<OwnPresence | null> {
      const own = await db
        .selectFrom("agentPresence as p")
        .select([isOn.as("on"), since.as("since"), "p.capacity"])
        .where("p.botId", "=", botId)
        .where("p.operatorId", "=", operatorId)
        .executeTakeFirst();
      return own ?? null;
    },
    /** Records activity of an operator who is on; one who was away for too long stays away. */
    async recordSeen(botId: string, operatorId: string): Promise<void> {
      await sql`
        update agent_presence as p set seen_at = now()
        where bot_id = ${botId} and operator_id = ${operatorId}
          and ${isOn} and p.seen_at < now() - ${notedEvery}`.execute(db);
    },
    /** Returns the agents who are on duty and may still answer, the longest on duty first. */
    listOn(botId: string): Promise<AgentOnDuty[]> {
      return db
        .selectFrom("agentPresence as p")
        .innerJoin("operators as o", "o.id", "p.operatorId")
        .leftJoin("botMembers as m", (join) =>
          join.onRef("m.operatorId", "=", "o.id").onRef("m.botId", "=", "p.botId"),
        )
        .select(["o.id as operatorId", "o.name", "p.since", "p.capacity", holds.as("holds")])
        .where("p.botId", "=", botId)
        .where(isOn)
        .where(sql<boolean>`${sql.raw(mayAnswer)}`)
        .orderBy("p.since")
        .orderBy("o.id")
        .execute();
    },
  };
}

/** Which operators answer the customers of which bot right now. */
export type Presence = ReturnType<typeof createPresence>;
