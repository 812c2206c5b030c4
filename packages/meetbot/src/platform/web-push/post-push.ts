import type { PushSubscriptionKeys, VapidKeys } from "@meetbot/model/push/push-keys.ts";
import { exchangeOnce } from "@meetbot/network/exchange/exchange-once.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { unsignedHeaders } from "@meetbot/network/exchange/query-headers.ts";
import { encryptPush } from "./encrypt-push.ts";
import { vapidHeader } from "./vapid-header.ts";

/** The dependencies of sending web pushes. */
export interface PushMeans {
  agent: MerchantAgent;
  /** Returns the keys; the first caller creates them. */
  keys(): Promise<VapidKeys>;
  /** See {@link pushContact}. */
  contact: string;
  /** Unix milliseconds. */
  now(): number;
}

/** A message to post to a push service. */
export interface PostedPush {
  /** Read by the page's worker; the push service cannot. */
  news: object;
  /** A web push replaces an undelivered one with the same topic at the push service. */
  topic: string;
  /** For how long it waits there, in seconds. */
  ttlS: number;
  /** `high` wakes a phone that sleeps. */
  urgency: "normal" | "high";
}

/** From the lookup of the name to the last byte of the answer; shorter than a lease by far. */
const deadlineMs = 8_000;

/** Posts a push to the service of one browser: RFC 8030. */
export async function postPush(
  { news, topic, ttlS, urgency }: PostedPush,
  subscription: PushSubscriptionKeys,
  { agent, keys, contact, now }: PushMeans,
): Promise<Exchange> {
  const { endpoint } = subscription;
  const headers = {
    ...unsignedHeaders,
    accept: "*/*",
    "content-type": "application/octet-stream",
    "content-encoding": "aes128gcm",
    urgency,
    ttl: String(ttlS),
    topic,
    authorization: vapidHeader(await keys(), { endpoint, contact, nowMs: now() }),
  };
  const body = encryptPush(Buffer.from(JSON.stringify(news)), subscription);
  const post = { url: endpoint, headers, body };
  return (await exchangeOnce(post, { agent, deadlineMs, now })).exchange;
}
