import { type BinaryLike, createHmac, type KeyObject } from "node:crypto";
import { toWebhookKey } from "./webhook-key.ts";

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
  const timestamp = String(timestampS);
  const signatures = [secret, ...alsoSign].map((each) =>
    signWebhook(toWebhookKey(each), id, timestamp, body),
  );
  return {
    "x-hub-signature": `sha256=${hashBody(secret, body)}`,
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}

/** HMAC-SHA256 (RFC 2104) of the body, in hex. The key is the whole secret as it is shown. */
export function hashBody(secret: BinaryLike, body: BinaryLike): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}

/**
 * One entry of `webhook-signature`: HMAC-SHA256 of `<id>.<timestamp>.<body>`, as the Standard
 * Webhooks specification has it.
 */
export function signWebhook(
  key: KeyObject,
  id: string,
  timestamp: string,
  body: BinaryLike,
): string {
  const hmac = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body);
  return `v1,${hmac.digest("base64")}`;
}
