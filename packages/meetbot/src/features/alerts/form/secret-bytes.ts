const prefix = "whsec_";

/** The key that a `whsec_…` stands for. */
export function secretBytes(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), "base64");
}
