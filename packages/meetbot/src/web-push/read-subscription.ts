import { ECDH } from "node:crypto";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import type { PushSubscriptionKeys } from "../../model/alert/push-device.ts";
import { readUrl } from "../form/read-url.ts";
import type { AddressFault } from "../read-address.ts";

/**
 * The push services of Chrome and what is made of it, Firefox, Safari and Edge. A browser names the URL that
 * this server calls, so anybody could name any: others are taken only where this server's operator opened them.
 */
const pushServices = {
  hosts: [
    "fcm.googleapis.com",
    "*.push.services.mozilla.com",
    "*.push.apple.com",
    "*.notify.windows.com",
  ],
  path: /^\/./,
};

/** A subscription that is not taken, and why. */
export type SubscriptionFault = AddressFault | { fault: "invalid_keys" };

/** Reads where and by which keys a browser takes pushes, and asks the guard about it. */
export async function readSubscription(
  { endpoint, p256dh, auth }: PushSubscriptionKeys,
  guard: Pick<EndpointGuard, "judge">,
): Promise<{ subscription: PushSubscriptionKeys; shown: string } | SubscriptionFault> {
  const verdict = await guard.judge(endpoint);
  const isOwn = verdict.allowed && verdict.reason === "allow_list";
  const read = readUrl({ url: endpoint }, pushServices, isOwn);
  if ("fault" in read) return read;
  if (!verdict.allowed) return { fault: "address_refused", reason: verdict.reason };
  if (!isPoint(p256dh) || Buffer.from(auth, "base64url").length !== 16) {
    return { fault: "invalid_keys" };
  }
  const subscription = { endpoint: new URL(endpoint).href, p256dh, auth };
  return { subscription, shown: new URL(endpoint).host };
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
