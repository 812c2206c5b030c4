import type { AdminRoute } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import type { MiddlewareHandler } from "hono";
import type { Store } from "../../../store/store.ts";
import type { AdminEnv } from "./admin-env.ts";

/**
 * Records at each inbox request that the operator is still present: operators who leave without going off duty are set
 * to off after a while. Unattended requests of an open page do not count, nor do requests with a token, which come from
 * programs.
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
