import { DatabaseError } from "pg";

/** PostgreSQL's words for text, and for JSON, with a NUL or with half of a character in it. */
const unstorable = new Set(["22021", "22P05"]);

/** Checks whether PostgreSQL refused a text from outside as no text: its sender may fix it. */
export function isUnstorable(error: unknown): boolean {
  return error instanceof DatabaseError && unstorable.has(error.code ?? "");
}

/** Whether an id from outside can be in the database at all: PostgreSQL's text has no NUL. */
export function isStorable(id: string): boolean {
  return !id.includes("\0");
}
