import { presenceRoutes } from "@meetbot/admin-api/contract/inbox/presence.ts";
import type { OwnPresence } from "@meetbot/model/desk/presence.ts";
import type { DeskUpkeep } from "../../../operations/desk/desk-upkeep.ts";
import { listPresent } from "../../../operations/desk/presence.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { callerOperator } from "./caller-operator.ts";

export interface PresenceAreaDeps extends Pick<Store, "presence"> {
  deskUpkeep: DeskUpkeep;
}

/** Mounts the routes by which agents go on and off duty, and see who is on. */
export function mountPresence({ mount }: AdminApp, deps: PresenceAreaDeps): void {
  const { deskUpkeep } = deps;
  mount(presenceRoutes.listAgentsOnDuty, async (c) => {
    const operatorId = c.get("caller").operator?.id ?? null;
    const { agents, own } = await listPresent(deps, c.req.valid("param").bot_id, operatorId);
    const data = agents.map((agent) => ({
      operator_id: agent.operatorId,
      name: agent.name,
      since: agent.since.toISOString(),
      capacity: agent.capacity,
      holds: agent.holds,
    }));
    return c.json({ data, own: own && serializeOwn(own) }, 200);
  });

  mount(presenceRoutes.setPresence, async (c) => {
    const { id } = callerOperator(c);
    const { bot_id: botId } = c.req.valid("param");
    const own = await deps.presence.set(botId, id, c.req.valid("json"));
    // An agent who goes off duty releases their waiting conversations; one who comes on has room for new ones.
    await (own.on ? deskUpkeep.deal(botId) : deskUpkeep.stepAside(botId, id));
    return c.json(serializeOwn(own), 200);
  });
}

function serializeOwn({ on, since, capacity }: OwnPresence) {
  return { on, since: since.toISOString(), capacity };
}
