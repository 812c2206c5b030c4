import type { Colleague } from "@meetbot/model/desk/colleague.ts";
import { capacities } from "@meetbot/model/desk/presence.ts";
import type { PoolClient } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { mayAnswer, staysOn } from "./may-answer.ts";

const listStatement = {
  name: "colleagues-list",
  ...inTime,
  text: `
    select o.id as "operatorId", o.name, coalesce(p.is_on and p.seen_at > now() - ${staysOn}, false) as "isOn",
      p.since, coalesce(p.capacity, ${capacities.usual})::integer as capacity,
      coalesce(load.has, 0)::integer as has
    from operators as o
      left join bot_members as m on m.operator_id = o.id and m.bot_id = $1
      left join agent_presence as p on p.operator_id = o.id and p.bot_id = $1
      left join (
        select case when it.holder = 'person' then it.held_by else own.assigned_to end as who,
          count(*) as has
        from inbox_conversations as own join conversations as it using (bot_id, conversation_id)
        where own.bot_id = $1 and own.status = 'open'
        group by 1
      ) as load on load.who = o.id
    where ${mayAnswer}
    order by lower(o.name), o.id`,
};

/** Who may answer a bot's customers, by name, and how much they have to do. */
export async function listColleagues(
  client: Pick<PoolClient, "query">,
  botId: string,
): Promise<Colleague[]> {
  const { rows } = await client.query<Colleague>({ ...listStatement, values: [botId] });
  return rows;
}
