import {
  type OrderNewsStatus,
  orderNewsStatuses,
  type ParcelStatus,
  type ParcelStatusFacts,
  parcelStatuses,
  type Stage,
  stageOf,
} from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";
import type { SeenOrder } from "../../model/conversation/proof.ts";
import type { KnownStatus } from "../../model/push/subscription.ts";

const parcels: Partial<Record<Stage, ParcelStatus>> = {
  unpaid: "preparing",
  paid: "preparing",
  pending: "preparing",
  ordered: "preparing",
  confirmed: "preparing",
  processing: "preparing",
  awaiting_pickup: "info_received",
  picked_up: "picked_up",
  partially_shipped: "in_transit",
  shipped: "in_transit",
  in_transit: "in_transit",
  delayed: "exception",
  out_for_delivery: "out_for_delivery",
  ready_for_pickup: "ready_for_pickup",
  delivered: "delivered",
  completed: "delivered",
  not_delivered: "attempt_failed",
  delivery_failed: "attempt_failed",
  canceled: "canceled",
  returning: "returning",
  returned: "returned",
};

const orders: Partial<Record<Stage, OrderNewsStatus>> = {
  unpaid: "placed",
  paid: "paid",
  pending: "processing",
  ordered: "processing",
  confirmed: "processing",
  processing: "processing",
  awaiting_pickup: "processing",
  partially_shipped: "partially_shipped",
  picked_up: "shipped",
  shipped: "shipped",
  in_transit: "shipped",
  out_for_delivery: "shipped",
  ready_for_pickup: "shipped",
  delayed: "delayed",
  delivered: "delivered",
  completed: "delivered",
  canceled: "canceled",
  refunded: "refunded",
};

/** Nothing is to come of an order in one of these. */
const over: ReadonlySet<Stage> = new Set<Stage>(["canceled", "refunded", "returned"]);

/** Nothing but its way back, which is rare. */
const here: ReadonlySet<Stage> = new Set<Stage>([...over, "delivered", "completed", "on_file"]);

/** More packages may follow those that are there. */
const goesOn: ReadonlySet<Stage> = new Set<Stage>([
  ...(["unpaid", "paid", "pending", "ordered", "confirmed", "processing"] as const),
  ...(["awaiting_pickup", "partially_shipped"] as const),
]);

const orderStage = ({ status }: Partial<SeenOrder>) =>
  status === undefined ? undefined : stageOf(status, "order")?.stage;

const packageStage = ({ package_status: status }: Partial<Package>) =>
  status === undefined ? undefined : stageOf(status, "package")?.stage;

/** Whether nothing more is expected of an order (null: it is not on the screen) and of the packages beside it. */
export function isAtEnd(
  order: Partial<SeenOrder> | null,
  packages: readonly Partial<Package>[],
): boolean {
  const stage = order && orderStage(order);
  if (stage && over.has(stage)) return true;
  if (packages.length === 0) return stage ? here.has(stage) : false;
  const allHere = packages.every((pkg) => {
    const at = packageStage(pkg);
    return at !== undefined && here.has(at);
  });
  return allHere && !(stage && goesOn.has(stage));
}

/** More of one order is not kept: what is not known is told once more. */
const mostKnown = 20;

/** What the customer has read of them: it is no news. */
export function knownStatuses(
  order: Partial<SeenOrder> | null,
  packages: readonly Partial<Package>[],
): KnownStatus[] {
  const stage = order && orderStage(order);
  const status = stage && orders[stage];
  const ofOrder: KnownStatus[] =
    order?.order_number && status
      ? [knownAs(order.order_number, status, orderNewsStatuses[status])]
      : [];
  const ofPackages = packages.slice(0, mostKnown).flatMap((pkg): KnownStatus[] => {
    const at = packageStage(pkg);
    const parcel = at && parcels[at];
    return pkg.package_number && parcel
      ? [knownAs(pkg.package_number, parcel, parcelStatuses[parcel])]
      : [];
  });
  return [...ofOrder, ...ofPackages];
}

const knownAs = (
  number: string,
  status: string,
  { kind, rank }: ParcelStatusFacts,
): KnownStatus => ({ number, status, kind, rank });
