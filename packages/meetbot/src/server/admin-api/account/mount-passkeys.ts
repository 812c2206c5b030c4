import { accountRoutes } from "@meetbot/admin-api/contract/account.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError } from "../http/api-error.ts";
import { notYours, ownAccount, ownSession } from "./own-account.ts";

/** The passkeys that an operator has. A new one is registered by the browser at `/api/auth`. */
export function mountPasskeys(
  { mount }: AdminApp,
  { operators, access }: Pick<Store, "operators" | "access">,
): void {
  mount(accountRoutes.listPasskeys, async (c) => {
    const all = await access.passkeysOf(ownAccount(c.get("caller")).id);
    const data = all.map(({ id, name, isSynced, createdAt }) => ({
      passkey_id: id,
      name,
      is_synced: isSynced,
      created_at: createdAt?.toISOString() ?? null,
    }));
    return c.json({ data }, 200);
  });

  mount(accountRoutes.renamePasskey, async (c) => {
    const { operator } = ownSession(c.get("caller"));
    const { name } = c.req.valid("json");
    const { passkey_id: id } = c.req.valid("param");
    if (!(await access.renamePasskey(operator.id, { id, name }))) throw notYours("passkey");
    await operators.record(operator.email, "passkey_renamed", { name });
    return c.body(null, 204);
  });

  mount(accountRoutes.removePasskey, async (c) => {
    const { operator } = ownSession(c.get("caller"));
    const { passkey_id: id } = c.req.valid("param");
    const removal = await access.removePasskey(operator.id, id);
    if (removal.outcome === "unknown") throw notYours("passkey");
    if (removal.outcome === "last") throw lastWayIn;
    await operators.record(operator.email, "passkey_removed", { name: removal.name });
    return c.body(null, 204);
  });
}

const lastWayIn = new ApiError(
  409,
  "last_way_in",
  "This passkey is all that you sign in with, and nothing is removed. Choose a password or add another passkey first.",
);
