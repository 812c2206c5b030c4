import type { HttpBindings } from "@hono/node-server";
import { pictureLimits } from "@meetbot/model/conversation/picture.ts";
import { maxPushBatchBytes, maxPushBytes } from "@meetbot/protocol";
import type { Context, MiddlewareHandler } from "hono";
import { problem } from "../../platform/http/problem.ts";
import { ApiError, describeProblem } from "../admin-api/http/api-error.ts";
import { hasBody } from "./end-unread.ts";

/**
 * The maximum size of a body in bytes, by the path of the request. A path that matches no line accepts no body, so a
 * route forgotten here opens no hole.
 */
export const bodyLimits: readonly (readonly [below: string, bytes: number])[] = [
  // 4,000 characters of any script take at most 24 kB as JSON.
  ["/chat/", 64 * 1024],
  // A number, an email and the form's other fields.
  ["/track/", 8 * 1024],
  // Bodies over 300 kB have been seen: platforms escape non-ASCII text and batch events.
  ["/channels/", 4 * 1024 * 1024],
  // One help desk message, with all its data about the customer and the author.
  ["/bridges/", 256 * 1024],
  // One parcel with its whole history, in an encoding that triples non-ASCII characters.
  ["/carriers/", 1024 * 1024],
  // One order with everything that a platform stores about it.
  ["/connectors/", 1024 * 1024],
  // A batch of pushes.
  ["/push/", maxPushBatchBytes],
  // An email and a password, or a passkey response.
  ["/api/auth/", 16 * 1024],
  // A body to diagnose a signature of is the longest.
  ["/api/v1/", 1024 * 1024],
  // Pictures sent in the demo's thread, which sets its own size limit.
  ["/demo/", 11 * 1024 * 1024],
];

/** The file itself is the body. */
const picturePath = /^\/chat\/[^/]+\/pictures$/;

/** Methods whose bodies no route reads. */
const bodiless = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/** How many bytes the body of a request may have. */
export function bodyLimitOf(c: Context): number {
  if (bodiless.has(c.req.method)) return 0;
  if (picturePath.test(c.req.path)) return pictureLimits.bytes;
  if (c.req.path === "/api") return maxPushBytes;
  return bodyLimits.find(([below]) => c.req.path.startsWith(below))?.[1] ?? 0;
}

/** Refuses a request whose declared body length is too long, before reading any of the body. */
export const limitBody: MiddlewareHandler = async (c, next) => {
  const { incoming }: Partial<HttpBindings> = c.env ?? {};
  if (incoming && hasBody(incoming)) {
    const limit = bodyLimitOf(c);
    if (limit === 0 || Number(incoming.headers["content-length"] ?? 0) > limit) {
      return bodyTooLarge(c, limit);
    }
  }
  await next();
};

/** Returns the error in the same form as the route's other errors. */
export function bodyTooLarge(c: Context, limit: number): Response {
  const message =
    limit === 0
      ? `${c.req.method} takes no body here. Send none.`
      : `The body may have ${limit} bytes at most.`;
  return c.req.path.startsWith("/api/v1/")
    ? describeProblem(c, new ApiError(413, "body_too_large", message))
    : problem(c, 413, "body_too_large", message);
}
