import type { MiddlewareHandler } from "hono";
import { problem } from "./problem.ts";

/** Refuses requests under other host names, so that no web page can reach a local demo through a name of its own. */
export function onlyHosts(hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const name = (c.req.header("host") ?? "").replace(/:\d+$/, "").toLowerCase();
    if (hosts.includes(name)) return next();
    return problem(c, 421, "wrong_host", `This server answers as ${hosts.join(", ")} only.`);
  };
}
