import type { MiddlewareHandler } from "hono";
import type { Scope } from "../../../model/operator.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminEnv } from "./admin-env.ts";

/**
 * Notes that an operator is still there, at each request of their browser to the inbox: who went home
 * without a word is off after a while. A token is a program's, and says nothing of its operator.
 */
export function noteSeen(scope: Scope, presence: Store["presence"]): MiddlewareHandler<AdminEnv> {
  const isOfInbox = scope.startsWith("inbox:");
  return async (c, next) => {
    const { operator, via } = c.get("caller");
    const botId = c.req.param("bot_id");
    if (isOfInbox && botId !== undefined && operator && via === "session") {
      await presence.noteSeen(botId, operator.id);
    }
    await next();
  };
}
