import { parcelStatuses } from "@meetbot/presentation";
import type { CarrierHint } from "../../carriers/form/carrier.ts";
import type { PushStore } from "../store/push-store.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * What has no moment happened a while ago, as does what is to come: so what the shop itself says of it is the later
 * one, and none of its news seems old because a carrier's clock is fast. What a customer read before they wanted to be
 * told is older still.
 */
const agoMs = 10 * minuteMs;

/** What taking hints needs. */
export interface TakeHintDeps {
  pushes: Pick<PushStore, "acceptHint">;
  /** Something waits to be told. */
  wake(): void;
  now(): number;
}

/**
 * Keeps that a parcel may have moved, where anybody of the bot follows one: the shop is asked about it as about a push
 * of a parcel alone, by whichever node, also after this one has ended. What the carrier says of it is told to nobody.
 * `full`: it was not kept, and is to come again.
 */
export function createTakeHint({ pushes, wake, now }: TakeHintDeps) {
  return async (botId: string, hint: CarrierHint): Promise<"taken" | "full"> => {
    const { trackingNumber, status, occurredAt } = hint;
    const isTimed = occurredAt !== null && occurredAt <= now();
    const atMs = isTimed ? occurredAt : minuteBefore(now() - agoMs);
    const untilMs = atMs + parcelStatuses[status ?? "in_transit"].newsForH * hourMs;
    if (untilMs <= now()) return "taken";
    const times = { occurredAt: new Date(atMs), newsUntil: new Date(untilMs) };
    const outcome = await pushes.acceptHint(botId, { trackingNumber, status, ...times });
    if (outcome === "accepted") wake();
    return outcome === "full" ? "full" : "taken";
  };
}

/** The same said twice within a minute is the same hint. */
const minuteBefore = (ms: number) => ms - (ms % minuteMs);
