import type { Package } from "@meetbot/sdk";
import { packageNumber } from "@meetbot/sdk/shop";

/**
 * Gives each package of an order, the oldest first, the number by which it can be asked for again. What was called off is
 * no parcel, and keeps its number, so that those of the others stay theirs.
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
