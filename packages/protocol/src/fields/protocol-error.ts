/**
 * Error codes for programs. `invalid_json` and `nested_too_deep` concern the whole body, `invalid_field` one place in
 * it; an unknown category or method is a query from a newer Meetbot.
 */
export type ProtocolErrorCode =
  | "invalid_json"
  | "nested_too_deep"
  | "invalid_field"
  | "unknown_category"
  | "unknown_method";

/**
 * The other side's JSON breaks the contract. The message names the expected and the actual type, never the value
 * itself, because it may be logged and shown to the other side.
 */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
  readonly code: ProtocolErrorCode;
  /** The place as a JSON Pointer (RFC 6901); "" is the body as a whole. */
  readonly pointer: string;

  constructor(code: ProtocolErrorCode, pointer: string, message: string) {
    super(message);
    this.code = code;
    this.pointer = pointer;
  }
}

/** Returns the error for a value that does not match what is expected at its place. */
export function unexpected(pointer: string, expected: string, found: unknown): ProtocolError {
  return new ProtocolError(
    "invalid_field",
    pointer,
    `Expected ${expected} at ${pointer || "the body"}, found ${typeName(found)}.`,
  );
}

function typeName(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  return `a ${typeof value}`;
}
