import { createHash } from "node:crypto";

/**
 * Names a secret without telling it: the first 8 hexadecimal digits of its SHA-256. Secrets are 32
 * random bytes, so that a fingerprint helps nobody to find one.
 */
export function fingerprintOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex").slice(0, 8);
}
