import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether a signature is the HMAC-SHA256 of these bytes by the secret, in base64. Nothing is signed by an empty one. */
export function isSigned(body: Uint8Array, signature: string, secret: string): boolean {
  if (secret === "") return false;
  const right = Buffer.from(createHmac("sha256", secret).update(body).digest("base64"));
  const given = Buffer.from(signature.trim());
  return given.length === right.length && timingSafeEqual(given, right);
}
