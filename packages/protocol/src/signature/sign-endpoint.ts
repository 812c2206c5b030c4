import type { KeyObject } from "node:crypto";
import { signWebhook } from "./sign-webhook.ts";

/**
 * The header with the signature of the host to which a query was sent, so that a webhook detects queries forwarded by a
 * third party.
 */
export type EndpointHeader = "meetbot-endpoint-signature";

/**
 * Returns the host of a URL in its signed form: in lower case, with the port only if it is not the scheme's default.
 * `null` if the URL is not http or https.
 */
export function endpointHost(url: string): string | null {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).host : null;
}

/**
 * Returns one entry of `Meetbot-Endpoint-Signature`: HMAC-SHA256 of `endpoint.<id>.<timestamp>.<host>` with the key of
 * `webhook-signature`. Meetbot's ids begin with their method, so this text cannot be that of a query, whose second part
 * is a time.
 */
export function signEndpoint(key: KeyObject, id: string, timestamp: string, host: string): string {
  return signWebhook(key, `endpoint.${id}`, timestamp, host);
}
