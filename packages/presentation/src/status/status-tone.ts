import type { Reader } from "../languages/contract/card-language.ts";
import { type OrderSaid, orderStageFor } from "./stage-for.ts";
import { type MaskedStage, stages } from "./stages.ts";

/** How an order's status looks: done well, waiting for the customer, or simply so. */
export type Tone = "good" | "wait" | "";

const tones: Partial<Record<MaskedStage, Tone>> = {
  unpaid: "wait",
  paid: "good",
  shipped: "good",
  delivered: "good",
  completed: "good",
};

/** Returns the tone of an order's status; neutral if the stage is uncertain. */
export function statusTone(order: OrderSaid, reader: Reader): Tone {
  const stage = orderStageFor(order, reader);
  const masked = stage && stages[stage].masked;
  return (masked && tones[masked]) ?? "";
}
