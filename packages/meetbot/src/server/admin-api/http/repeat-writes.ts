import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { IdempotencyKeys, WriteKey } from "../../../store/operators/idempotency.ts";
import type { AdminEnv } from "./admin-env.ts";
import { ApiError } from "./api-error.ts";

/** Nobody needs longer keys than a UUID in any spelling. */
const maxKeyLength = 128;

/**
 * Performs a write once per `Idempotency-Key`: a repeat within a day returns the first answer. Streamed answers and
 * errors are not stored. Neither are PUTs, which are idempotent anyway and may hold a password, nor revealed personal
 * data, which would outlive a customer who is deleted meanwhile. The middleware throws an {@link ApiError} when the key
 * is unusable, was used for another request, or its first request is still in progress.
 */
export function repeatWrites(idempotency: IdempotencyKeys): MiddlewareHandler<AdminEnv> {
  return async (c, next) => {
    const key = c.req.header("idempotency-key");
    const isKeptNowhere =
      ["GET", "HEAD", "PUT"].includes(c.req.method) || c.req.path.endsWith("/reveal");
    if (key === undefined || isKeptNowhere) return next();
    if (!/^[\x21-\x7e]+$/.test(key) || key.length > maxKeyLength) throw unusableKey;
    const caller = c.get("caller").operator?.id ?? "admin token";
    const body = await c.req.text();
    const request = `${c.req.method} ${c.req.path}\n${new URL(c.req.url).search}\n${body}`;
    const requestHash = createHash("sha256").update(request).digest();
    const write: WriteKey = { caller, key, requestHash };
    const begun = await idempotency.begin(write);
    if (begun === "other") throw otherRequest;
    if (begun === "in_progress") throw inProgress;
    if (begun !== "begun") {
      c.header("Idempotent-Replayed", "true");
      c.header("Content-Type", begun.contentType);
      return c.body(begun.body, begun.status as 200);
    }
    try {
      await next();
    } finally {
      await keep(idempotency, write, c.res);
    }
  };
}

async function keep(
  idempotency: IdempotencyKeys,
  write: WriteKey,
  response: Response,
): Promise<void> {
  const contentType = response.headers.get("content-type") ?? "";
  const isStream = contentType.startsWith("text/event-stream") || contentType.includes("ndjson");
  if (isStream || response.status >= 400) return idempotency.abandon(write);
  const body = await response.clone().text();
  await idempotency.finish(write, { status: response.status, contentType, body });
}

const unusableKey = new ApiError(
  400,
  "invalid_idempotency_key",
  `An Idempotency-Key has 1 to ${maxKeyLength} visible ASCII characters, such as a UUID.`,
);

const otherRequest = new ApiError(
  422,
  "idempotency_key_reused",
  "This Idempotency-Key stood for another request. Use a new one for each request.",
);

const inProgress = new ApiError(
  409,
  "write_in_progress",
  "The same write is being done at this moment. Send it again in a second for its answer.",
);
