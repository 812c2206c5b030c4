import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { slowDown } from "../http/problem.ts";
import type { Flooded, FloodGate } from "./flood-gate.ts";
import type { WorkChallenge } from "./proof-of-work.ts";
import type { StrangerOf } from "./stranger-of.ts";
import type { FloodLimit, OnTurnedAway } from "./turned-away.ts";

export interface LimitFloodDeps {
  floodGate: FloodGate;
  strangerOf: StrangerOf;
  onTurnedAway: OnTurnedAway;
}

/** Checks, before any lookup, whether this network sends too many requests. */
export function limitFlood(deps: LimitFloodDeps): MiddlewareHandler {
  return async (c, next) => {
    const flooded = deps.floodGate.request(deps.strangerOf(c), bytesOfBody(c));
    if (flooded) return refuseFlood(c, flooded, deps);
    await next();
  };
}

/** Returns the length of the received body. */
export function bytesOfBody(c: Context): number {
  const { incoming }: Partial<HttpBindings> = c.env ?? {};
  return incoming && "rawBody" in incoming && Buffer.isBuffer(incoming.rawBody)
    ? incoming.rawBody.length
    : 0;
}

const codes: Record<
  FloodLimit,
  "too_many_messages" | "too_many_conversations" | "too_many_streams"
> = {
  conversation_messages: "too_many_messages",
  network_messages: "too_many_messages",
  network_conversations: "too_many_conversations",
  network_pages: "too_many_streams",
};

const messages: Record<FloodLimit, string> = {
  conversation_messages:
    "More was sent in this conversation than anybody types. Send it again after the seconds in Retry-After.",
  network_messages:
    "More is sent from your network than people type. Send it again after the seconds in Retry-After. A server that asks for customers is named in MEETBOT_TRUSTED_PROXIES and sends X-Forwarded-For.",
  network_pages:
    "More of what was said is read from your network than people read. Try again after the seconds in Retry-After. A server that asks for customers is named in MEETBOT_TRUSTED_PROXIES and sends X-Forwarded-For.",
  network_conversations:
    "More conversations are opened from your network than people open. Try again after the seconds in Retry-After. A server that asks for customers is named in MEETBOT_TRUSTED_PROXIES and sends X-Forwarded-For.",
};

/** Refuses a flood: the one place that returns the error, and the work that would help. */
export function refuseFlood(
  c: Context,
  { limit, retryAfterS }: Flooded,
  { onTurnedAway }: Pick<LimitFloodDeps, "onTurnedAway">,
  offer: { challenge?: WorkChallenge } = {},
): Response {
  onTurnedAway(limit);
  return slowDown(c, codes[limit], retryAfterS, messages[limit], offer);
}
