import { type BinaryLike, createHmac, type KeyObject } from "node:crypto";

/**
 * Returns one entry of `webhook-signature`: the HMAC-SHA256 of `<id>.<timestamp>.<body>`, as the Standard Webhooks
 * specification defines it.
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
