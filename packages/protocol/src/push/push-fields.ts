import { type Fields, has, type Read, readOr, required } from "../fields/read-fields.ts";
import { readExactId, readText } from "../fields/read-text.ts";
import { readMoment } from "../fields/read-time.ts";
import { sameNumber } from "../orders/same-number.ts";
import { PushError } from "./push-error.ts";
import { maxPushAheadMs, maxPushExpiryMs, maxPushStatusLength } from "./push-limits.ts";

/** The form that `webhook-id` allows, and that fits in the URL for reading a push back. */
const idForm = /^[A-Za-z0-9_-]{1,64}$/;

/** The push's own id. Throws a `PushError`. */
export function readPushId(request: Fields): string {
  const id = has(request, "id") ? readExactId(request.values.id, "/request/id") : "";
  if (idForm.test(id)) return id;
  throw new PushError(
    "no_id",
    "/request/id",
    "Expected an id of 1 to 64 letters, digits, _ and - at /request/id. Send one that is the same whenever this push is sent again.",
  );
}

/** Returns the name of the method, known or not. Throws a `PushError` if there is none. */
export function readMethod(request: Fields, known: string): string {
  const method = request.values.method;
  if (typeof method === "string" && method !== "") return method;
  throw new PushError("no_method", "/request/method", `Expected ${known} at /request/method.`);
}

/** The error for a method or a template that is none. */
export function unknownName(pointer: string, known: string): PushError {
  return new PushError(
    "unknown_method",
    pointer,
    `Expected ${known} at ${pointer}, found something else.`,
  );
}

/** Reads a required parameter of a push. Throws a `PushError` if it is missing. */
export function needed<Value>(params: Fields, key: string, read: Read<Value>): Value {
  if (has(params, key)) return required(params, key, read);
  const pointer = `${params.pointer}/${key}`;
  throw new PushError(
    "no_params",
    pointer,
    `Expected ${key} at ${pointer}, found nothing. Add it.`,
  );
}

/** Reads a status in free text: not empty, at most 100 characters. Throws a `PushError` or `ProtocolError`. */
export function readStatus(value: unknown, pointer: string): string {
  const status = readText(value, pointer);
  if (status.length <= maxPushStatusLength) return status;
  throw new PushError(
    "bad_params",
    pointer,
    `Expected at most ${maxPushStatusLength} characters at ${pointer}. A longer text belongs into status_text.`,
  );
}

/**
 * Returns a reader for the time of the event, in milliseconds. The reader throws a `PushError` if the time lies ahead,
 * or a `ProtocolError`.
 */
export function readOccurredAt(nowMs: number): Read<number> {
  return readMomentUntil(
    nowMs + maxPushAheadMs,
    "a moment that has come (Unix time, at most 10 minutes ahead)",
  );
}

/** Until when it is news, in milliseconds; absent in, absent out. Throws as {@link readOccurredAt} does. */
export function readExpiry(push: Fields, nowMs: number): { expiresAt?: number } {
  const read = readMomentUntil(nowMs + maxPushExpiryMs, "Unix time at most 7 days ahead");
  const expiresAt = readOr(push, "expires_at", read, undefined);
  return expiresAt === undefined ? {} : { expiresAt };
}

function readMomentUntil(latestMs: number, expected: string): Read<number> {
  return (value, pointer) => {
    const moment = readMoment(value, pointer);
    if (moment <= latestMs) return moment;
    throw new PushError(
      "bad_params",
      pointer,
      `Expected ${expected} at ${pointer}. Check the clock of the system that sends.`,
    );
  };
}

/** Returns the one number that all places agree on. Throws a `PushError` if they differ. */
export function agreed(
  pointer: string,
  ...found: readonly (string | undefined)[]
): string | undefined {
  const [number, ...others] = found.filter((one) => one !== undefined);
  if (
    number !== undefined &&
    others.some((other) => other !== number && !sameNumber(number, other))
  ) {
    throw new PushError(
      "bad_params",
      pointer,
      `The push names different numbers, one of them at ${pointer}. One push is about one order or package: send another push for the other.`,
    );
  }
  return number;
}
