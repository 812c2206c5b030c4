import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Logger } from "pino";
import { createAddressList } from "../../platform/http/addresses.ts";
import { peerOf } from "../../platform/http/client-network.ts";
import { readTraceparent } from "../../tracing/trace.ts";
import { currentTrace, type Tracer } from "../../tracing/tracer.ts";
import { type DoorOf, noDoor } from "../metrics/doors.ts";
import type { WayMetrics } from "../metrics/way-metrics.ts";

/** The dependencies of watching requests. */
export interface WatchDeps {
  onRequest: WayMetrics["onRequest"];
  /** By the path of a route; undefined: it is a layer that all requests pass. */
  doorOf(path: string): DoorOf | undefined;
  tracer: Tracer;
  /** Addresses and CIDR networks. */
  trustedProxies: readonly string[];
  log: Logger;
}

/**
 * Gives each request an id, returns it in the answer (`X-Request-Id`), and counts the request by its route. Only a
 * trusted proxy may choose that id: other clients could give many requests the same one.
 */
export function watchRequests(deps: WatchDeps): MiddlewareHandler {
  const { tracer, doorOf, onRequest, log } = deps;
  const isTrusted = createAddressList(deps.trustedProxies);
  const parentOf = (c: Context) => {
    const given = c.req.header("traceparent");
    const peer = given === undefined ? null : peerOf(c);
    return peer !== null && isTrusted(peer) ? readTraceparent(given) : null;
  };
  return (c, next) => {
    const { method } = c.req;
    return tracer.under(parentOf(c), { name: method, kind: "server" }, async (span) => {
      const startedAt = performance.now();
      await next();
      const ms = performance.now() - startedAt;
      const { status, headers } = c.res;
      const { door, route } = routeOf(c, doorOf);
      headers.set("X-Request-Id", currentTrace()?.traceId ?? "");
      onRequest({ door, route, method, status, seconds: ms / 1000 });
      span.rename(`${method} ${route}`);
      span.set({ "http.route": route, "http.response.status_code": status });
      if (status >= 500) span.fail();
      log.debug({ door, route, method, status, ms: Math.round(ms) }, "a request was answered");
    });
  };
}

/** The requested route, also where an earlier layer refused the request. */
function routeOf(c: Context, doorOf: WatchDeps["doorOf"]): DoorOf {
  const paths = matchedRoutes(c).map(({ path }) => path);
  const path = paths.find((one) => !one.endsWith("*")) ?? paths.at(-1) ?? "";
  return doorOf(path) ?? noDoor;
}
