import { createHash } from "node:crypto";

/**
 * Identifies a secret without revealing it: returns the first 8 hexadecimal digits of its SHA-256. Secrets are 32
 * random bytes, so a fingerprint does not help to find one.
 */
export function fingerprintOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex").slice(0, 8);
}
