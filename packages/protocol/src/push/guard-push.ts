import { parseJson } from "../fields/parse-json.ts";
import { ProtocolError } from "../fields/protocol-error.ts";
import { PushError, type PushErrorCode } from "./push-error.ts";
import { maxPushBytes } from "./push-limits.ts";

/** Makes of every error that a reader throws a `PushError`, by the place that it names. */
export function guardPush<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    throw new PushError(codeOf(error.pointer), error.pointer, error.message);
  }
}

/** Parses a body's JSON; returns a value that is no text unchanged, as already parsed. Throws a `PushError`. */
export function readJson(value: unknown, maxBytes = maxPushBytes): unknown {
  if (typeof value !== "string") return value;
  refuseLarge(value, maxBytes, "");
  return guardPush(() => parseJson(value));
}

/** Throws a `PushError` if a text exceeds the size limit of a push. */
export function refuseLarge(text: string, maxBytes: number, pointer: string): void {
  if (Buffer.byteLength(text) <= maxBytes) return;
  throw new PushError(
    "too_large",
    pointer,
    `Expected at most ${maxBytes / 1024} KiB at ${pointer || "the body"}. Leave the snapshot out, or send fewer pushes at once.`,
  );
}

function codeOf(pointer: string): PushErrorCode {
  if (pointer === "/request/method") return "no_method";
  if (pointer.startsWith("/request")) return "no_id";
  if (pointer.startsWith("/recipient")) return "bad_recipient";
  return pointer === "" ? "no_params" : "bad_params";
}
