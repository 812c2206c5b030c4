import type { Package } from "@meetbot/sdk";
import { packageNumber } from "@meetbot/sdk/shop";

/**
 * Numbers the packages of an order, oldest first, so that each can be queried again. A canceled package is no parcel,
 * but keeps its number, so that those of the others do not change.
 */
export function numberPackages(
  orderNumber: string,
  packages: readonly Omit<Package, "order_number" | "package_number">[],
): Package[] {
  return packages
    .map((one, at) => ({
      order_number: orderNumber,
      package_number: packageNumber.make(orderNumber, at + 1),
      ...one,
    }))
    .filter((one) => one.package_status_code !== "canceled");
}
