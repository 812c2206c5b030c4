const prefix = "whsec_";

/** Returns the key encoded in a `whsec_…` secret. */
export function secretBytes(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), "base64");
}
