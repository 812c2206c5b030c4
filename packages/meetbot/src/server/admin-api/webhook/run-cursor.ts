import type { RunCursor } from "../../../store/bots/conformance-runs.ts";
import { ApiError } from "../http/api-error.ts";

/** Returns a cursor for the run after which the next page begins. */
export function writeRunCursor({ at, id }: RunCursor): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}

/** Parses a cursor from {@link writeRunCursor}. Throws an {@link ApiError} for any other text. */
export function readRunCursor(cursor: string): RunCursor {
  const [time = "", id] = Buffer.from(cursor, "base64url").toString().split(" ");
  const at = new Date(time);
  if (id !== undefined && !Number.isNaN(at.getTime())) return { at, id };
  throw new ApiError(400, "invalid_request", "The cursor is not one that a list has given.", [
    { pointer: "/cursor", message: "Leave it out, or pass next_cursor as it came." },
  ]);
}
