import { type OrderNewsStatus, orderNewsStatuses, type ParcelStatus, parcelStatuses, stageOf } from "@meetbot/presentation";
export function parcelStatusOf(status: string): ParcelStatus | null {
  if (Object.hasOwn(parcelStatuses, status)) return status as ParcelStatus;
  const stage = stageOf(status, "package")?.stage;
  return stage && Object.hasOwn(parcelStatuses, stage) ? (stage as ParcelStatus) : stage === "shipped" ? "picked_up" : null;
}
export function orderNewsStatusOf(status: string): OrderNewsStatus | null {
  if (Object.hasOwn(orderNewsStatuses, status)) return status as OrderNewsStatus;
  const stage = stageOf(status, "order")?.stage;
  return stage && Object.hasOwn(orderNewsStatuses, stage) ? (stage as OrderNewsStatus) : null;
}
