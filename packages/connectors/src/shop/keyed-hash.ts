import { createHmac, randomBytes } from "node:crypto";

/** A hash by a key that nobody knows and that ends with the process: memory holds no email and no number as it is. */
export function createKeyedHash(): (...parts: readonly (string | number)[]) => string {
  const key = randomBytes(32);
  return (...parts) => createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");
}
