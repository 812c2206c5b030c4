import { sessionRoutes } from "@meetbot/admin-api/contract/session.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { serializeMe } from "./serialize-me.ts";

/** Who the caller is. */
export function mountSession(
  { mount }: AdminApp,
  parts: Pick<Store, "operators"> & { version: string },
): void {
  mount(sessionRoutes.readMe, async (c) => c.json(await serializeMe(c.get("caller"), parts), 200));
}
