import type { OrderSaid } from "../../status/stage-for.ts";
import { stageOf } from "../../status/stage-of.ts";
import type { Stage } from "../../status/stages.ts";
import { type OrderNewsStatus, orderNewsStatuses } from "../parcel-status.ts";

/** Maps a stage to the status of the order as a whole. */
export const orderStatusOfStage: Readonly<Partial<Record<Stage, OrderNewsStatus>>> = {
  unpaid: "placed",
  confirmed: "placed",
  paid: "paid",
  processing: "processing",
  partially_shipped: "partially_shipped",
  shipped: "shipped",
  in_transit: "shipped",
  out_for_delivery: "shipped",
  delivered: "delivered",
  completed: "delivered",
  canceled: "canceled",
  refunded: "refunded",
};

/** Returns the status of an order in a shop's answer, by its code where it has one. */
export const orderStatusOf = ({
  status = "",
  status_code: code,
}: OrderSaid): OrderNewsStatus | null => toOrderNewsStatus(code ?? status);

/**
 * Returns the order status for a shop's text: one of Meetbot's own codes, or a text that customers' cards recognize.
 */
export function toOrderNewsStatus(status: string): OrderNewsStatus | null {
  const word = status
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  if (Object.hasOwn(orderNewsStatuses, word)) return word as OrderNewsStatus;
  const stage = stageOf(status, "order")?.stage;
  return (stage && orderStatusOfStage[stage]) ?? null;
}
