import { accountRoutes } from "@meetbot/admin-api/contract/account.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { notYours, ownAccount, ownSession } from "./own-account.ts";

/** Mounts the routes for an operator's sessions. */
export function mountSessions(
  { mount }: AdminApp,
  { operators, access }: Pick<Store, "operators" | "access">,
): void {
  mount(accountRoutes.listSessions, async (c) => {
    const caller = c.get("caller");
    const all = await access.sessionsOf(ownAccount(caller).id);
    const data = all.map(({ id, userAgent, createdAt, lastUsedAt }) => ({
      session_id: id,
      is_this: id === caller.sessionId,
      user_agent: userAgent,
      created_at: createdAt.toISOString(),
      last_used_at: lastUsedAt.toISOString(),
    }));
    return c.json({ data }, 200);
  });

  mount(accountRoutes.endOtherSessions, async (c) => {
    const { operator, sessionId } = ownSession(c.get("caller"));
    const ended = await access.endOtherSessions(operator.id, sessionId);
    if (ended > 0) {
      await operators.record(operator.email, "sessions_revoked", { ended_sessions: ended });
    }
    return c.json({ ended_sessions: ended }, 200);
  });

  mount(accountRoutes.endSession, async (c) => {
    const { operator } = ownSession(c.get("caller"));
    const { session_id: id } = c.req.valid("param");
    if (!(await access.endSession(operator.id, id))) throw notYours("session");
    await operators.record(operator.email, "sessions_revoked", { ended_sessions: 1 });
    return c.body(null, 204);
  });
}
