import type { Package } from "@meetbot/protocol";
import type { Reader } from "../languages/contract/card-language.ts";
import { packageStageFor, type SeenPackage } from "../status/stage-for.ts";
import { packageWords } from "../status/status-words.ts";
import { fill } from "../text/fill.ts";
import { tell } from "../text/tell.ts";
import { deliveryDay } from "./delivery-day.ts";
import { hidden } from "./order-lines.ts";
import { eventLines, pickupLines } from "./parcel-lines.ts";

/** No parcel that a customer waits for holds more goods than this. */
const maxElements = 10;

/** A package as lines of text. Fields that the customer may not see are simply absent. */
export function packageLines(pkg: SeenPackage, reader: Reader): string[] {
  const { carrier, tracking_number: number } = pkg;
  const head = [packageName(pkg, reader), packageWords(pkg, reader)];
  const way = [carrier, number && tell(reader, "tracking", { number })];
  return [
    head.filter(Boolean).join(" · "),
    ...[
      pkg.product_name,
      ...packedLines(pkg),
      way.filter(Boolean).join(" · "),
      deliveryWords(pkg, reader),
      ...pickupLines(pkg, reader),
      ...eventLines(pkg, reader).map((line) => line.join(" · ")),
      pkg.tracking_url,
    ].filter((line): line is string => Boolean(line)),
  ];
}

/** Lists a package's items with their quantities; empty if the shop does not list them or they are hidden. */
export const packedLines = ({ elements = [] }: Partial<Package>): string[] =>
  elements.slice(0, maxElements).map(({ title, quantity }) => `${quantity} × ${title}`);

/** Returns the name of a package: by its own number, else by that of its order. */
export function packageName(pkg: Partial<Package>, reader: Reader): string {
  const { package_number: number, order_number: order } = pkg;
  return number
    ? tell(reader, "package", { number })
    : tell(reader, "packageOfOrder", { number: order ?? hidden });
}

/** Returns the package's past or expected delivery day as text; empty if it has none. */
export function deliveryWords(pkg: SeenPackage, reader: Reader): string {
  const [words, date] = deliveryDay(pkg, reader);
  return fill(words, { date });
}

/** Returns the delivery day for display next to the status: if the status already says “delivered”, only the date. */
export function deliveryBeside(state: string, pkg: SeenPackage, reader: Reader): string {
  const stage = packageStageFor(pkg, reader);
  const [, date] = deliveryDay(pkg, reader);
  return state && stage === "delivered" ? date : deliveryWords(pkg, reader);
}
