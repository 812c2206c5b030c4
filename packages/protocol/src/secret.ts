import { randomBytes } from "node:crypto";

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
export function toWebhookKey(secret: string): Buffer {
  return secret.startsWith(secretPrefix)
    ? Buffer.from(secret.slice(secretPrefix.length), "base64")
    : Buffer.from(secret, "utf8");
}
