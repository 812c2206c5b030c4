import { parcelStatuses } from "@meetbot/presentation";
import type { CarrierHint } from "../../carriers/form/carrier.ts";
import type { PushStore } from "../store/push-store.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * How long ago a hint without a time, or with a future one, is taken to have happened. So the shop's own data is the
 * later of the two, and no update seems old because a carrier's clock is fast. Whatever a customer read before
 * subscribing is older still.
 */
const agoMs = 10 * minuteMs;

/** The dependencies for accepting hints. */
export interface TakeHintDeps {
  pushes: Pick<PushStore, "acceptHint">;
  /** Signals that something waits to be sent. */
  wake(): void;
  now(): number;
}

/**
 * Stores that a parcel may have moved, where any customer of the bot follows one. A node, even after this one has
 * stopped, then queries the shop as for a push about a parcel alone. No customer sees what the carrier reports. `full`
 * when it was not stored and must come again.
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

/** Two equal hints within the same minute count as one. */
const minuteBefore = (ms: number) => ms - (ms % minuteMs);
