import type { Order, OrderStatusCode, Package, PackageStatusCode } from "@meetbot/protocol";

/** Words that Meetbot recognizes in every language, by order status. */
const orderWords: Readonly<Record<OrderStatusCode, string>> = {
  unpaid: "Unpaid",
  processing: "Processing",
  partially_shipped: "Partially shipped",
  shipped: "Shipped",
  delivered: "Delivered",
  canceled: "Canceled",
  refunded: "Refunded",
  returning: "Returning to sender",
  returned: "Returned to sender",
};

/** Package status words that Meetbot knows in every language, by status code. */
const packageWords: Readonly<Record<PackageStatusCode, string>> = {
  preparing: "Preparing",
  info_received: "Label created",
  picked_up: "Picked up by carrier",
  in_transit: "In transit",
  customs: "In customs",
  ready_for_pickup: "Ready for pickup",
  out_for_delivery: "Out for delivery",
  attempt_failed: "Delivery failed",
  exception: "Delivery problem",
  damaged: "Damaged",
  returning: "Returning to sender",
  delivered: "Delivered",
  returned: "Returned to sender",
  lost: "Lost",
  canceled: "Canceled",
};

/**
 * Returns the status of an order, to spread into the order: `{ ...orderStatus("shipped"), … }`. `words` are the shop's
 * own, if they are more specific.
 */
export function orderStatus(
  code: OrderStatusCode,
  words?: string,
): Required<Pick<Order, "status" | "status_code">> {
  return { status: words ?? orderWords[code], status_code: code };
}

/** The status of a package, to be spread into it. */
export function packageStatus(
  code: PackageStatusCode,
  words?: string,
): Required<Pick<Package, "package_status" | "package_status_code">> {
  return { package_status: words ?? packageWords[code], package_status_code: code };
}
