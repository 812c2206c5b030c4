import type { KnownStage } from "../languages/contract/card-language.ts";
import type { OrderSaid, PackageSaid } from "./stage-for.ts";
import { stageOf } from "./stage-of.ts";

/** Adds the stages parsed from an order's and its package's status, for a reader without the word lists. */
export function orderWithKnownStage<Seen extends OrderSaid & { parcel?: PackageSaid }>(
  order: Seen,
): Seen {
  const { status = "", parcel } = order;
  return {
    ...withKnown(order, stageOf(status, "order")),
    ...(parcel && { parcel: packageWithKnownStage(parcel) }),
  };
}

/** Returns a package with the stage parsed from its status text. */
export const packageWithKnownStage = <Seen extends PackageSaid>(pkg: Seen): Seen =>
  withKnown(pkg, stageOf(pkg.package_status ?? "", "package"));

function withKnown<Item>(item: Item, read: KnownStage | undefined): Item {
  return read ? { ...item, known_stage: { stage: read.stage, language: read.language } } : item;
}
