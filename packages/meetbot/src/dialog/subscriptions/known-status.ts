import type { SeenOrder } from "@meetbot/model/conversation/proof.ts";
import type { KnownStatus } from "@meetbot/model/push/subscription.ts";
import {
  orderNewsStatuses,
  orderStage,
  orderStatusOf,
  type ParcelStatusFacts,
  packageStage,
  packageStatusOf,
  parcelStatuses,
  type Stage,
} from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";

/** An order at one of these stages has nothing left to deliver. */
const over: ReadonlySet<Stage> = new Set<Stage>(["canceled", "refunded", "returned"]);

/** Stages after which only a return could follow, which is rare. */
const here: ReadonlySet<Stage> = new Set<Stage>([...over, "delivered", "completed", "on_file"]);

/** Order stages after which more packages may follow. */
const goesOn: ReadonlySet<Stage> = new Set<Stage>([
  ...(["unpaid", "paid", "pending", "ordered", "confirmed", "processing"] as const),
  ...(["awaiting_pickup", "partially_shipped"] as const),
]);

/**
 * Whether nothing more is expected of an order (`null` when it is not on the screen) and of the packages next to it.
 */
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

/** The bot stores at most this many per order; the customer gets an unstored status once more. */
const maxKnown = 20;

/** Returns the statuses that the customer has already seen, so that the bot does not send them as updates. */
export function knownStatuses(
  order: Partial<SeenOrder> | null,
  packages: readonly Partial<Package>[],
): KnownStatus[] {
  const { order_number: number } = order ?? {};
  const known = order && orderStatusOf(order);
  const ofOrder =
    number && known
      ? [{ of: "order" as const, number, status: known, ...placeOf(orderNewsStatuses[known]) }]
      : [];
  const ofPackages = packages.slice(0, maxKnown).flatMap((pkg): KnownStatus[] => {
    const parcel = packageStatusOf(pkg);
    return pkg.package_number && parcel
      ? [
          {
            ...{ of: "package", number: pkg.package_number, status: parcel },
            ...placeOf(parcelStatuses[parcel]),
          },
        ]
      : [];
  });
  return [...ofOrder, ...ofPackages];
}

const placeOf = ({ kind, rank }: ParcelStatusFacts) => ({ kind, rank });
