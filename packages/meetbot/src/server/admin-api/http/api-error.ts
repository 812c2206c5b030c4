import { randomUUID } from "node:crypto";
import type { Problem } from "@meetbot/admin-api/contract/shape/problem.ts";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** The error for a request that cannot be done, with a code and a sentence for the caller. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly errors: Problem["errors"];
  /** Extra fields of the error, defined by the route's contract. */
  readonly more: object;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    errors?: NonNullable<Problem["errors"]>,
    more: object = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.more = more;
  }
}

const titles: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Content Too Large",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** Returns an error as a problem response (RFC 9457). */
export function describeProblem(c: Context, error: ApiError, requestId = randomUUID()): Response {
  const body: Problem = {
    type: "about:blank",
    title: titles[error.status] ?? "Error",
    status: error.status,
    code: error.code,
    detail: error.message,
    request_id: requestId,
    ...(error.errors && { errors: error.errors }),
    ...error.more,
  };
  return c.body(JSON.stringify(body), error.status, { "Content-Type": "application/problem+json" });
}

/** Returns the error for a thing that does not exist, or on which the caller has no role: both look alike. */
export function notFound(what: string): ApiError {
  return new ApiError(404, "not_found", `There is no such ${what}, or you have no role on it.`);
}
