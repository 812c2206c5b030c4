import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { PushSubscriptionKeys } from "@meetbot/model/push/push-keys.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import type { Context } from "hono";
import { problem } from "../../../platform/http/problem.ts";
import type { FloodGate } from "../../../platform/limits/flood-gate.ts";
import { bytesOfBody, refuseFlood } from "../../../platform/limits/limit-flood.ts";
import type { StrangerOf } from "../../../platform/limits/stranger-of.ts";
import { pushContact } from "../../../platform/web-push/push-contact.ts";
import {
  readSubscription,
  type SubscriptionFault,
} from "../../../platform/web-push/read-subscription.ts";
import { conversationOf, notYours } from "../../../server/chat/conversation-of.ts";
import type { Metrics } from "../../../server/metrics/metrics.ts";
import type { Mailbox } from "../../../store/mailbox/mailbox.ts";
import type { WaysStore } from "../ways/ways-store.ts";

/** The dependencies of the routes for customers' browsers. */
export interface PushDeps {
  findRemembered: Mailbox["find"];
  botOf(botId: string): Promise<Bot | null>;
  ways: WaysStore;
  pushGuard: Pick<EndpointGuard, "judge">;
  publicUrl: string | null;
  onTurnedAway: Metrics["onTurnedAway"];
  strangerOf: StrangerOf;
  floodGate: FloodGate;
}

/** `GET /chat/{bot_id}/push`: returns the key with which a browser subscribes; 404 where web push is unavailable. */
export async function getPushKey(c: Context, deps: PushDeps): Promise<Response> {
  const bot = await deps.botOf(c.req.param("bot_id") ?? "");
  if (!bot || pushContact(deps.publicUrl) === null) return problem(c, 404, "no_push", noPush);
  c.header("Cache-Control", "no-store");
  return c.json({ public_key: (await deps.ways.keysOf(bot.id)).publicKey });
}

/** `POST /chat/{bot_id}/push`: subscribes that browser to this conversation's web push; `DELETE`: unsubscribes it. */
export async function changePushDevice(c: Context, deps: PushDeps): Promise<Response> {
  const ref = await conversationOf(c, deps.findRemembered);
  if (!ref) return notYours(c);
  const flooded = deps.floodGate.message(deps.strangerOf(c), ref.conversationId, bytesOfBody(c));
  if (flooded) return refuseFlood(c, flooded, deps);
  const given = readDevice(await c.req.text());
  if (!given) return problem(c, 400, "invalid_json", bodyExpected);
  if (c.req.method === "DELETE") {
    await deps.ways.forgetDevice(ref, given);
    return c.body(null, 204);
  }
  if (pushContact(deps.publicUrl) === null) return problem(c, 404, "no_push", noPush);
  const read = await readSubscription(given, deps.pushGuard);
  if ("fault" in read) return problem(c, 422, read.fault, explain(read));
  return (await deps.ways.storeDevice(ref, read.subscription)) ? c.body(null, 204) : notYours(c);
}

const noPush =
  "This server tells nobody in their browser: there is no such bot, or MEETBOT_PUBLIC_URL is not set to an address by https, which push services ask for.";

const bodyExpected =
  'The body must be a JSON object as the browser\'s PushSubscription gives it: {"endpoint": "https://…", "keys": {"p256dh": "…", "auth": "…"}}.';

function explain(fault: SubscriptionFault): string {
  switch (fault.fault) {
    case "address_refused":
      return `The push service is not called: ${explainVerdict(fault.reason)}.`;
    case "invalid_url":
      return "`endpoint` is no URL, or longer than 2000 characters.";
    case "other_host":
      return "`endpoint` is none of the push services of Chrome, Firefox, Safari and Edge.";
    case "invalid_keys":
      return "`keys` are not those of a browser: p256dh is a point of P-256 with 65 bytes, auth has 16.";
  }
}

/** The longest of either key, with room. */
const maxKeyLength = 200;

function readDevice(text: string): PushSubscriptionKeys | null {
  const { endpoint, keys } = readObject(text) ?? {};
  const { p256dh, auth } = asObject(keys) ?? {};
  const isKey = (key: unknown): key is string =>
    typeof key === "string" && key.length <= maxKeyLength;
  return typeof endpoint === "string" && isKey(p256dh) && isKey(auth)
    ? { endpoint, p256dh, auth }
    : null;
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}
