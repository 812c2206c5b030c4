import { createHmac, randomBytes } from "node:crypto";

/**
 * A hash by a key that nobody knows and that ends with the process. What is remembered is found by it, so that what was
 * asked is not kept: no email, and no carrier's number. What was found is, and may hold both: an answer for half a
 * minute, and the number of a parcel's order.
 */
export function createKeyedHash(): (...parts: readonly (string | number)[]) => string {
  const key = randomBytes(32);
  return (...parts) => createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");
}
