import type { StageWords } from "../languages/contract/card-language.ts";

/** A stage of an order or a package. */
export type Stage = keyof StageWords;

/** The stage shown to a customer who may see little: a coarser, lasting stage that many items share. */
export type MaskedStage =
  | "unpaid"
  | "paid"
  | "processing"
  | "shipped"
  | "delivered"
  | "completed"
  | "canceled"
  | "refunded";

/** The step a package has reached, out of four; for a customer who collects the package, the third is the pickup. */
export type Step =
  | "ordered"
  | "picked_up"
  | "on_its_way"
  | "out_for_delivery"
  | "pickup"
  | "delivered";

interface StageFacts {
  /** Absent when the stage is rare or reveals a moment: a customer who may see little does not see it. */
  masked?: MaskedStage;
  /** Absent if the stage is not part of the delivery or reverses it. */
  step?: Step;
}

/** The facts about each stage, for orders and packages alike. */
export const stages: Record<Stage, StageFacts> = {
  unpaid: { masked: "unpaid" },
  paid: { masked: "paid" },
  pending: { step: "ordered" },
  ordered: { masked: "processing", step: "ordered" },
  confirmed: { masked: "processing", step: "ordered" },
  processing: { masked: "processing", step: "ordered" },
  awaiting_pickup: { masked: "processing", step: "ordered" },
  picked_up: { masked: "shipped", step: "picked_up" },
  partially_shipped: {},
  shipped: { masked: "shipped", step: "on_its_way" },
  in_transit: { masked: "shipped", step: "on_its_way" },
  customs: { masked: "shipped", step: "on_its_way" },
  delayed: { masked: "shipped", step: "on_its_way" },
  out_for_delivery: { masked: "shipped", step: "out_for_delivery" },
  ready_for_pickup: { masked: "shipped", step: "pickup" },
  delivered: { masked: "delivered", step: "delivered" },
  exception: {},
  damaged: {},
  lost: {},
  not_delivered: {},
  delivery_failed: {},
  completed: { masked: "completed" },
  canceled: { masked: "canceled" },
  refunded: { masked: "refunded" },
  returning: {},
  returned: {},
  on_file: {},
};
