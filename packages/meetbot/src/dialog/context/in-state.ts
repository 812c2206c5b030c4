import type { Narrowing } from "@meetbot/model/conversation/recognition.ts";
import { isUnderway, type Stage } from "@meetbot/presentation";

/** Stages at which nothing of an order has left the shop. */
export const unsentStages: ReadonlySet<Stage> = new Set<Stage>([
  "unpaid",
  "paid",
  "pending",
  "ordered",
  "confirmed",
  "processing",
  "awaiting_pickup",
]);

/** Whether an order at a stage is in the state that customers call so. */
export function isInState(stage: Stage, state: NonNullable<Narrowing["state"]>): boolean {
  if (state === "delivered") return stage === "delivered" || stage === "completed";
  if (state === "shipped") return stage === "partially_shipped" || isUnderway(stage);
  return stage === state;
}
