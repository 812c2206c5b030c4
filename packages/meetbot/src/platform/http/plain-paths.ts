import type { HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";
import { problem } from "./problem.ts";

/** `.` or `..` as a part of a path, in any spelling that a URL is read by. */
const dotSegment = /[/\\](?:\.|%2e){1,2}(?:[/\\#]|$)/i;

/**
 * Refuses paths that resolve to a different path. A proxy that forwards `/chat/` by the literal path would let
 * `/chat/../metrics` through. None of our clients sends such a path, and browsers resolve them.
 */
export function plainPathsOnly(): MiddlewareHandler {
  return async (c, next) => {
    const { incoming }: Partial<HttpBindings> = c.env ?? {};
    const [path = ""] = (incoming?.url ?? "").split("?", 1);
    if (!dotSegment.test(path)) return next();
    const message = "A path may not have `.` or `..` as a part. Ask for the path that is meant.";
    return problem(c, 400, "invalid_path", message);
  };
}
