import type { KeyObject } from "node:crypto";
import { signWebhook } from "./sign-webhook.ts";

/**
 * The header that names the host to which a query was sent, so that a webhook detects queries forwarded by a third
 * party.
 */
export type EndpointHeader = "meetbot-endpoint-signature";

/**
 * The host of a URL as it is signed: in lower case, and with its port only where that is not its
 * scheme's own. `null`: it is no http or https URL.
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
