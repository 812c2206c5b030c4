import { isUnderway, type Stage } from "@meetbot/presentation";
import type { Narrowing } from "../../model/conversation/recognition.ts";

/** Whether an order at a stage is in the state that customers call so. */
export function isInState(stage: Stage, state: NonNullable<Narrowing["state"]>): boolean {
  if (state === "delivered") return stage === "delivered" || stage === "completed";
  if (state === "shipped") return stage === "partially_shipped" || isUnderway(stage);
  return stage === state;
}
