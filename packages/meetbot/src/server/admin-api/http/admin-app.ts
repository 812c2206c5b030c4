import { OpenAPIHono, type RouteHandler } from "@hono/zod-openapi";
import type { AdminRoute } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import type { Context, Handler, MiddlewareHandler, Next } from "hono";
import type { Store } from "../../../store/store.ts";
import type { AdminEnv } from "./admin-env.ts";
import { ApiError } from "./api-error.ts";
import { type DemandDeps, meetDemand } from "./meet-demand.ts";
import { meetFieldDemands } from "./meet-field-demands.ts";
import { refuseUnnoted } from "./record-reading.ts";
import { recordSeen } from "./record-seen.ts";
import { repeatWrites } from "./repeat-writes.ts";

export interface AdminAppDeps extends DemandDeps, Pick<Store, "idempotency" | "presence"> {
  takeBody: MiddlewareHandler;
}

/** A body of a megabyte can have as many faults; callers who correct some see the next. */
const maxErrors = 20;

/** A part of the admin API. Each of its routes authorizes the caller before it reads a body or does anything else. */
export interface AdminApp {
  app: OpenAPIHono<AdminEnv>;
  mount<Route extends AdminRoute>(route: Route, handler: RouteHandler<Route, AdminEnv>): void;
}

export function createAdminApp(deps: AdminAppDeps): AdminApp {
  const app = new OpenAPIHono<AdminEnv>({
    defaultHook(result) {
      if (result.success) return;
      const errors = result.error.issues.slice(0, maxErrors).map(({ path, message }) => ({
        pointer: path.map((step) => `/${String(step)}`).join(""),
        message,
      }));
      const [first] = errors;
      const where = first?.pointer ? ` (${first.pointer})` : "";
      throw new ApiError(
        400,
        "invalid_request",
        `The ${result.target === "json" ? "body" : result.target} is not as described${where}: ${first?.message}`,
        errors,
      );
    },
  });
  return {
    app,
    mount(route, handler) {
      const demand = route["x-meetbot-demand"];
      const personal = route["x-meetbot-personal"];
      const isReading = route["x-meetbot-reads"] || personal === "revealed";
      const isRepeated = isReading || route["x-meetbot-repeats"];
      const middleware = [
        meetDemand(demand, deps),
        recordSeen(route, deps.presence),
        deps.takeBody,
        ...(isRepeated ? [] : [repeatWrites(deps.idempotency)]),
      ];
      app.openapi({ ...route, middleware }, (async (c: Context<AdminEnv>, next: Next) => {
        meetFieldDemands(c, demand, { body: valid(c, "json"), query: valid(c, "query") });
        const response = await (handler as Handler<AdminEnv>)(c, next);
        refuseUnnoted(c, personal);
        return response;
      }) as never);
    },
  };
}

/**
 * Returns a part of the request in the form the route describes; undefined if the route does not describe that part.
 */
function valid(c: Context<AdminEnv>, part: "json" | "query"): unknown {
  return (c.req as { valid(target: typeof part): unknown }).valid(part);
}
