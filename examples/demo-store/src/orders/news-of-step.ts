import type { PushNews } from "@meetbot/sdk";
import type { Shop } from "../database/shop.ts";
import { findOrder } from "./find-orders.ts";
import { findAllPackages } from "./find-packages.ts";
import type { OrderStep } from "./order-steps.ts";

/** Returns the shop events for a placed order. */
export function newsOfPlaced(shop: Shop, number: string, account: string): PushNews[] {
  const order = findOrder(shop, number);
  return order ? [{ method: "order.placed", to: { account }, order }] : [];
}

/** Returns the shop events for a step: for a parcel, with the shop's own status, which the customer waits for. */
export function newsOfStep(
  shop: Shop,
  { number, account, step }: { number: string; account: string; step: OrderStep },
): PushNews[] {
  const to = { account };
  const occurredAt = Date.now();
  if (step === "pay" || step === "cancel") {
    const status = step === "pay" ? "paid" : "canceled";
    return [{ method: "order.changed", to, orderNumber: number, status, occurredAt }];
  }
  return findAllPackages(shop, number).map((parcel) => ({
    method: "package.changed",
    to,
    packageNumber: parcel.package_number,
    status: parcel.package_status,
    occurredAt,
    package: parcel,
  }));
}
