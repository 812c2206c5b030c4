import type { OwnPresence } from "../../../model/desk/presence.ts";
import { lookAround } from "../../../operations/desk/presence.ts";
import type { Store } from "../../../store/store.ts";
import { presenceRoutes } from "../contract/presence.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError } from "../http/api-error.ts";

export type PresenceAreaDeps = Pick<Store, "presence">;

/** Who says that they answer customers, and who sees that they do. */
export function mountPresence({ mount }: AdminApp, deps: PresenceAreaDeps): void {
  mount(presenceRoutes.listAgentsOnDuty, async (c) => {
    const operatorId = c.get("caller").operator?.id ?? null;
    const { agents, own } = await lookAround(deps, c.req.valid("param").bot_id, operatorId);
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
    const { operator } = c.get("caller");
    if (!operator) throw nobody;
    const { bot_id: botId } = c.req.valid("param");
    const own = await deps.presence.set(botId, operator.id, c.req.valid("json"));
    return c.json(serializeOwn(own), 200);
  });
}

function serializeOwn({ on, since, capacity }: OwnPresence) {
  return { on, since: since.toISOString(), capacity };
}

const nobody = new ApiError(
  404,
  "no_account",
  "MEETBOT_ADMIN_TOKEN belongs to no operator, and nobody answers customers by it. Sign in to the console, or use an operator's API token.",
);
