import { createSecretKey, type KeyObject } from "node:crypto";

/** Marks a signing secret as the Standard Webhooks specification does. */
export const secretPrefix = "whsec_";

/**
 * Returns the key of `webhook-signature`: the bytes that `whsec_…` encodes, or the bytes of a secret of any other form.
 * `X-Hub-Signature` has another key: the whole secret as shown.
 */
export function toWebhookKey(secret: string): KeyObject {
  return createSecretKey(
    secret.startsWith(secretPrefix)
      ? Buffer.from(secret.slice(secretPrefix.length), "base64")
      : Buffer.from(secret, "utf8"),
  );
}

/** As many as a process verifies with: two while one secret is rotated, of a few bots. */
const maxKeptKeys = 16;
const keptKeys = new Map<string, KeyObject>();

/**
 * Returns the same key for verification, cached for the next request: creating it takes half as long as hashing a
 * request.
 */
export function storeWebhookKey(secret: string): KeyObject {
  const kept = keptKeys.get(secret);
  if (kept !== undefined) return kept;
  if (keptKeys.size === maxKeptKeys) keptKeys.clear();
  const key = toWebhookKey(secret);
  keptKeys.set(secret, key);
  return key;
}
