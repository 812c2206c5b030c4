import {
  type MaskedStage,
  orderStage,
  packageStage,
  type Stage,
  stages,
} from "@meetbot/presentation";
import type { Order, Package } from "@meetbot/protocol";

/** What level 0 shows when a status is not reliably known: only that the shop has the order. */
const onFile = "on_file";

/**
 * Returns the stage of an order as level 0 shows it, a code that every channel has words for: one that lasts and that
 * many orders are in. "Out for delivery" is today, so it shows as the stage that it is a part of; a rare stage
 * ("returned") distinguishes one order from others. An uncertain status is not shown, because a shop can write any
 * moment in a status.
 */
export const knownOrderStatus = (order: Pick<Partial<Order>, "status" | "status_code">): string =>
  maskedStage(orderStage(order));

/** Returns a package's stage as level 0 may see it: a code that every channel can put into words. */
export const knownPackageStatus = (
  pkg: Pick<Partial<Package>, "package_status" | "package_status_code">,
): string => maskedStage(packageStage(pkg));

function maskedStage(stage: Stage | undefined): MaskedStage | typeof onFile {
  return (stage && stages[stage].masked) ?? onFile;
}
