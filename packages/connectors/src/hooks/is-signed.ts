import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Checks whether a signature is the base64 HMAC-SHA256 of the body under the secret. Always false for an empty secret.
 */
export function isSigned(body: Uint8Array, signature: string, secret: string): boolean {
  if (secret === "") return false;
  const right = Buffer.from(createHmac("sha256", secret).update(body).digest("base64"));
  const given = Buffer.from(signature.trim());
  return given.length === right.length && timingSafeEqual(given, right);
}
