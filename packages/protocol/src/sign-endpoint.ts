import { createHmac, type KeyObject } from "node:crypto";

/** Says to which host a query was sent, so that a webhook sees what somebody else hands on. */
export type EndpointHeader = "meetbot-endpoint-signature";

/**
 * The host of a URL as it is signed: in lower case, and with its port only where that is not its
 * scheme's own. `null`: it is no http or https URL.
 */
export function endpointHost(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return ["http:", "https:"].includes(protocol) ? host : null;
}

/**
 * One entry of `Meetbot-Endpoint-Signature`: HMAC-SHA256 of `endpoint.<id>.<timestamp>.<host>` with the
 * key of `webhook-signature`. An id of Meetbot's is no timestamp, so neither is ever the other.
 */
export function signEndpoint(
  key: KeyObject,
  { id, timestamp, host }: { id: string; timestamp: string; host: string },
): string {
  const hmac = createHmac("sha256", key).update(`endpoint.${id}.${timestamp}.${host}`);
  return `v1,${hmac.digest("base64")}`;
}
