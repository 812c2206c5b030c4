import { createHmac, randomBytes } from "node:crypto";

/**
 * Returns a hash function with a key that nobody knows and that ends with the process. Remembered data is found by its
 * hash, so that the query is not stored: no email, and no carrier's number. The results are stored and may contain
 * both: an answer for half a minute, and the number of a parcel's order.
 */
export function createKeyedHash(): (...parts: readonly (string | number)[]) => string {
  const key = randomBytes(32);
  return (...parts) => createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");
}
