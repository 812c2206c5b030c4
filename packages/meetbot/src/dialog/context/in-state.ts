import type { Stage } from "@meetbot/presentation";
import type { Narrowing } from "../../model/conversation/recognition.ts";

const underway: ReadonlySet<Stage> = new Set<Stage>([
  "picked_up",
  "partially_shipped",
  "shipped",
  "in_transit",
  "delayed",
  "out_for_delivery",
]);

/** Whether an order at a stage is in the state that customers call so. */
export function isInState(stage: Stage, state: NonNullable<Narrowing["state"]>): boolean {
  if (state === "delivered") return stage === "delivered" || stage === "completed";
  return state === "shipped" ? underway.has(stage) : stage === state;
}
