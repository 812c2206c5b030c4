import { type BinaryLike, createHmac } from "node:crypto";
import { type EndpointHeader, endpointHost, signEndpoint } from "./sign-endpoint.ts";
import { signWebhook } from "./sign-webhook.ts";
import { toWebhookKey } from "./webhook-key.ts";

/** The headers that authenticate the sender; each query carries all four. */
export type SignatureHeader =
  | "x-hub-signature"
  | "webhook-id"
  | "webhook-timestamp"
  | "webhook-signature";

/** What to sign, and with which secrets. */
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
  /** The destination URL: an additional header signs its host too. */
  url?: string | undefined;
}

/** The headers that {@link signRequest} returns; the last one only if the caller passed the URL. */
export type SignedHeaders = Record<SignatureHeader, string> &
  Partial<Record<EndpointHeader, string>>;

/** Signs one attempt in both ways: over the body alone, and over id, time and body to prevent replay. */
export function signRequest(options: SigningOptions): SignedHeaders {
  const { body, secret, id, timestampS, alsoSign = [], url } = options;
  const timestamp = String(timestampS);
  const keys = [secret, ...alsoSign].map(toWebhookKey);
  const signatures = keys.map((key) => signWebhook(key, id, timestamp, body));
  const host = url === undefined ? null : endpointHost(url);
  return {
    "x-hub-signature": `sha256=${hashBody(secret, body)}`,
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
    ...(host !== null && {
      "meetbot-endpoint-signature": keys
        .map((key) => signEndpoint(key, id, timestamp, host))
        .join(" "),
    }),
  };
}

/** Returns the HMAC-SHA256 (RFC 2104) of the body, in hex. The key is the whole secret as displayed. */
export function hashBody(secret: BinaryLike, body: BinaryLike): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}
