import { ECDH } from "node:crypto";
import type { PushSubscriptionKeys } from "@meetbot/model/push/push-keys.ts";
import type { EndpointGuard, Verdict } from "@meetbot/network/addresses/endpoint-guard.ts";
import { isHostAmong } from "@meetbot/network/addresses/is-host-among.ts";

/**
 * The push services of Chrome and browsers built on it, Firefox, Safari and Edge. A browser names the URL that this
 * server calls, so anybody could name any: MEETBOT_PUSH_SERVICES must list all others. Hosts opened for shops do not
 * count: a stranger would reach them by claiming that their browser's push service is there.
 */
const pushServices = [
  "fcm.googleapis.com",
  "*.push.services.mozilla.com",
  "*.push.apple.com",
  "*.notify.windows.com",
];

/** The longest accepted endpoint; those of Windows have some 500 characters. */
const maxUrlLength = 2_000;

/** Why a subscription is refused. */
export type SubscriptionFault =
  | { fault: "invalid_url" | "other_host" | "invalid_keys" }
  | { fault: "address_refused"; reason: Extract<Verdict, { allowed: false }>["reason"] };

/** Parses a browser's push address and keys, and checks the address with the guard of push services. */
export async function readSubscription(
  { endpoint, p256dh, auth }: PushSubscriptionKeys,
  guard: Pick<EndpointGuard, "judge">,
): Promise<{ subscription: PushSubscriptionKeys; shown: string } | SubscriptionFault> {
  if (endpoint.length > maxUrlLength || !URL.canParse(endpoint)) return { fault: "invalid_url" };
  const { href, host, hostname, protocol } = new URL(endpoint);
  const verdict = await guard.judge(href);
  const isOwn = verdict.allowed && verdict.reason === "allow_list";
  const isThere = protocol === "https:" && isHostAmong(hostname, pushServices);
  if (!isOwn && !isThere) return { fault: "other_host" };
  if (!verdict.allowed) return { fault: "address_refused", reason: verdict.reason };
  if (!isPoint(p256dh) || Buffer.from(auth, "base64url").length !== 16) {
    return { fault: "invalid_keys" };
  }
  return { subscription: { endpoint: href, p256dh, auth }, shown: host };
}

/** Whether it is a point of P-256, in its long form. */
function isPoint(p256dh: string): boolean {
  const point = Buffer.from(p256dh, "base64url");
  if (point.length !== 65) return false;
  try {
    ECDH.convertKey(point, "prime256v1");
    return true;
  } catch {
    return false;
  }
}
