import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../admin-app.ts";
import { sessionRoutes } from "../contract/session.ts";
import { tellMe } from "./tell-me.ts";

/** Who the caller is. */
export function mountSession(
  { mount }: AdminApp,
  parts: Pick<Store, "operators"> & { version: string },
): void {
  mount(sessionRoutes.readMe, async (c) => c.json(await tellMe(c.get("caller"), parts), 200));
}
