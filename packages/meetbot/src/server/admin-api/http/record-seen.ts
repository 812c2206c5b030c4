import type { AdminRoute } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import type { MiddlewareHandler } from "hono";
import type { Store } from "../../../store/store.ts";
import type { AdminEnv } from "./admin-env.ts";

/**
 * Notes that an operator is still there, at each request of theirs to the inbox: who went home without a word is off
 * after a while. What their open page asks by itself says nothing of that, and a token is a program's.
 */
export function recordSeen(
  route: AdminRoute,
  presence: Store["presence"],
): MiddlewareHandler<AdminEnv> {
  const { scope } = route["x-meetbot-demand"];
  const isOfInbox = scope.startsWith("inbox:") && !route["x-meetbot-unattended"];
  return async (c, next) => {
    const { operator, via } = c.get("caller");
    const botId = c.req.param("bot_id");
    if (isOfInbox && botId !== undefined && operator && via === "session") {
      await presence.recordSeen(botId, operator.id);
    }
    await next();
  };
}
