import { randomBytes } from "node:crypto";

/** Not to be guessed, so that only a webhook that read the query can send it back. */
const testTokenBytes = 32;

/** A `test_token` that no query had before. */
export function newTestToken(): string {
  return randomBytes(testTokenBytes).toString("base64url");
}
