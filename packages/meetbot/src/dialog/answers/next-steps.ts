import { orderStage, type PhraseKey, packageStage, type Stage } from "@meetbot/presentation";
import type { Found } from "./parcels-told.ts";

/** What a customer can do about an order or a parcel at each stage. */
const nextSteps = {
  unpaid: "nextUnpaid",
  paid: "nextWait",
  pending: "nextWait",
  ordered: "nextWait",
  confirmed: "nextWait",
  processing: "nextWait",
  awaiting_pickup: "nextWait",
  picked_up: "nextWait",
  partially_shipped: "nextWait",
  shipped: "nextWait",
  in_transit: "nextWait",
  delayed: "nextWait",
  out_for_delivery: "nextWait",
  on_file: "nextWait",
  ready_for_pickup: "nextPickup",
  delivered: "nextDelivered",
  completed: "nextDelivered",
  not_delivered: "nextFailed",
  delivery_failed: "nextFailed",
  customs: "nextProblem",
  exception: "nextProblem",
  damaged: "nextProblem",
  lost: "nextProblem",
  canceled: "nextEnded",
  refunded: "nextEnded",
  returning: "nextEnded",
  returned: "nextEnded",
} as const satisfies Record<Stage, PhraseKey>;

type NextStep = (typeof nextSteps)[Stage];

/** With several parcels, the bot uses the first of these steps that any parcel needs. */
const byUrgency: readonly NextStep[] = ["nextFailed", "nextProblem", "nextPickup"];

/** Returns the phrase for what a customer can do; `undefined` when the stage is unknown. */
export function nextStepOf({ order, packages }: Found): NextStep | undefined {
  const ofParcels = (packages ?? []).map(({ item }) => packageStage(item));
  const stages = [...ofParcels, orderStage(order?.item ?? {})].filter((one) => one !== undefined);
  const steps = stages.map((stage) => nextSteps[stage]);
  return byUrgency.find((step) => steps.includes(step)) ?? steps.at(0);
}
