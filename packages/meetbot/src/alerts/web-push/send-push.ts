import { exchangeOnce } from "@meetbot/network/exchange/exchange-once.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { unsignedHeaders } from "@meetbot/network/exchange/query-headers.ts";
import type { PushSubscriptionKeys, VapidKeys } from "../../model/alert/push-device.ts";
import { newsForS } from "../../store/web-push/push-queue.ts";
import type { AlertOutcome } from "../form/alert.ts";
import { alertDeadlineMs, readAnswer } from "../form/over-http.ts";
import type { Push } from "./compose-push.ts";
import { encryptPush } from "./encrypt-push.ts";
import { vapidHeader } from "./vapid-header.ts";

/** By what pushes are sent. */
export interface PushMeans {
  agent: MerchantAgent;
  /** Made by whoever asks first. */
  keys(): Promise<VapidKeys>;
  /** See {@link pushContact}. */
  contact: string;
  /** Unix milliseconds. */
  now(): number;
}

/** Sends one push: RFC 8030. A subscription that is no more is `gone`, by 404 or by 410. */
export async function sendPush(
  { news, topic }: Push,
  subscription: PushSubscriptionKeys,
  { agent, keys, contact, now }: PushMeans,
): Promise<AlertOutcome> {
  const { endpoint } = subscription;
  const headers = {
    ...unsignedHeaders,
    accept: "*/*",
    "content-type": "application/octet-stream",
    "content-encoding": "aes128gcm",
    // A customer waits: a phone that sleeps is woken. One that is off for longer finds it in the inbox.
    urgency: "high",
    ttl: String(newsForS),
    topic,
    authorization: vapidHeader(await keys(), { endpoint, contact, nowMs: now() }),
  };
  const body = encryptPush(Buffer.from(JSON.stringify(news)), subscription);
  const post = { url: endpoint, headers, body };
  const { exchange } = await exchangeOnce(post, { agent, deadlineMs: alertDeadlineMs, now });
  const outcome = readAnswer(exchange, () => null);
  if (exchange.httpStatus !== 404 || outcome.kind !== "failed") return outcome;
  return { ...outcome, kind: "gone" };
}
