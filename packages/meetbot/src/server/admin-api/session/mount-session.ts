import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../admin-app.ts";
import { sessionRoutes } from "../contract/session.ts";

/** Who the caller is. */
export function mountSession(
  { mount }: AdminApp,
  { operators, version }: Pick<Store, "operators"> & { version: string },
): void {
  mount(sessionRoutes.readMe, async (c) => {
    const { operator, administrator, via } = c.get("caller");
    const roles = operator ? await operators.rolesOf(operator.id) : [];
    return c.json(
      {
        operator: operator && { id: operator.id, name: operator.name, email: operator.email },
        administrator,
        via,
        roles: roles.map(({ botId, role }) => ({ bot_id: botId, role })),
        version,
      },
      200,
    );
  });
}
