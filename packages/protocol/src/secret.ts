import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";

/** Marks a signing secret as the Standard Webhooks specification does. */
const secretPrefix = "whsec_";

/** As long as the output of the hash: more adds nothing. */
const secretLengthBytes = 32;

/** A new signing secret, as it is shown to the merchant once. */
export function newSecret(): string {
  return secretPrefix + randomBytes(secretLengthBytes).toString("base64");
}

/**
 * The key of `webhook-signature`: the bytes that `whsec_…` stands for, or those of a secret of any
 * other form. `X-Hub-Signature` has another key, the whole secret as it is shown.
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
const keptKeys = new Map<string, KeyObject | null>();

/**
 * The same key for verifying, kept for the next request: making it takes half as long as hashing
 * one. Null where it would be empty, for that verifies what anybody can sign.
 */
export function keepWebhookKey(secret: string): KeyObject | null {
  let key = keptKeys.get(secret);
  if (key === undefined) {
    const made = toWebhookKey(secret);
    key = made.symmetricKeySize === 0 ? null : made;
    if (keptKeys.size === maxKeptKeys) keptKeys.clear();
    keptKeys.set(secret, key);
  }
  return key;
}
