import type { PushSubscriptionKeys } from "@meetbot/model/push/push-keys.ts";
import { type PushMeans, postPush } from "../../../platform/web-push/post-push.ts";
import type { AlertOutcome } from "../form/alert.ts";
import { readAnswer } from "../form/over-http.ts";
import { newsForS } from "../store/push-queue.ts";
import type { WebPushMessage } from "./compose-push.ts";

/** Sends one push. Returns `gone` for a subscription that no longer exists, by 404 or by 410. */
export async function sendPush(
  push: WebPushMessage,
  subscription: PushSubscriptionKeys,
  means: PushMeans,
): Promise<AlertOutcome> {
  // A customer waits. A phone that is off for longer finds it in the inbox.
  const posted = { ...push, ttlS: newsForS, urgency: "high" } as const;
  const exchange = await postPush(posted, subscription, means);
  const outcome = readAnswer(exchange, () => null);
  if (exchange.httpStatus !== 404 || outcome.kind !== "failed") return outcome;
  return { ...outcome, kind: "gone" };
}
