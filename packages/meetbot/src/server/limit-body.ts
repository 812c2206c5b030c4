import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problem } from "./problem.ts";

/**
 * Refuses bodies of more bytes. Where a request says its length nothing of it is read, so that whoever
 * wants its body gets it from the socket: Hono's own limit makes a stream of it first, which costs as much
 * as all the rest of a small request.
 */
export function limitBody(maxSize: number): MiddlewareHandler {
  const onError = (c: Context) =>
    problem(c, 413, "body_too_large", `The body may have ${maxSize} bytes at most.`);
  const counting = bodyLimit({ maxSize, onError });
  return (c, next) => {
    if (c.req.header("transfer-encoding") !== undefined) return counting(c, next);
    return Number(c.req.header("content-length") ?? 0) > maxSize
      ? Promise.resolve(onError(c))
      : next();
  };
}
