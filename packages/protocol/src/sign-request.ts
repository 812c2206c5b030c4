import { type BinaryLike, createHmac, createSecretKey } from "node:crypto";
import { toWebhookKey } from "./secret.ts";

/** The headers that prove who asks; each query carries all four. */
export type SignatureHeader =
  | "x-hub-signature"
  | "webhook-id"
  | "webhook-timestamp"
  | "webhook-signature";

/** What is signed, and with which secrets. */
export interface SigningOptions {
  /** The very bytes that travel (or the text that becomes them in UTF-8). */
  body: string | Uint8Array;
  secret: string;
  /** The wire's `request.id`. */
  id: string;
  /** Unix seconds of this attempt. */
  timestampS: number;
  /** Further live secrets during a rotation; each adds one signature to `webhook-signature`. */
  alsoSign?: readonly string[];
}

/** Signs one attempt in both ways: over the body alone, and over id, time and body against replay. */
export function signRequest(options: SigningOptions): Record<SignatureHeader, string> {
  const { body, secret, id, timestampS, alsoSign = [] } = options;
  const signatures = [secret, ...alsoSign].map((each) => {
    const digest = hashWebhook(toWebhookKey(each), id, String(timestampS), body);
    return `v1,${digest.toString("base64")}`;
  });
  return {
    "x-hub-signature": `sha256=${hash(secret, body).toString("hex")}`,
    "webhook-id": id,
    "webhook-timestamp": String(timestampS),
    "webhook-signature": signatures.join(" "),
  };
}

/** HMAC-SHA256 (RFC 2104) of the bytes. */
export function hash(key: BinaryLike, bytes: BinaryLike): Buffer {
  return createHmac("sha256", key).update(bytes).digest();
}

/** HMAC-SHA256 of `<id>.<timestamp>.<body>`, as the Standard Webhooks specification has it. */
export function hashWebhook(
  key: Uint8Array,
  id: string,
  timestamp: string,
  body: BinaryLike,
): Buffer {
  // As plain bytes the key would cost three times the hash.
  const prepared = createSecretKey(key);
  return createHmac("sha256", prepared).update(`${id}.${timestamp}.`).update(body).digest();
}
