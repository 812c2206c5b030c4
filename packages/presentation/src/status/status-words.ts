import type { KnownStage, Reader, StatusOf } from "../languages/contract/card-language.ts";
import { type OrderSaid, orderRead, type PackageSaid, packageRead } from "./stage-for.ts";
import { stageOfCode } from "./stage-of-code.ts";
import type { Stage } from "./stages.ts";

/** Returns an order's status in the reader's words; empty when the order has none. */
export const orderWords = (order: OrderSaid, reader: Reader): string =>
  wordsOf(order.status ?? "", orderRead(order, reader), reader, order.status_code);

/** Returns a package's status in the reader's words; empty when the package has none. */
export const packageWords = (pkg: PackageSaid, reader: Reader): string =>
  wordsOf(
    pkg.package_status ?? "",
    packageRead(pkg, reader),
    reader,
    stageOfCode(pkg.package_status_code),
  );

/** Returns a status in the reader's words. */
export const statusWords = (status: string, of: StatusOf, reader: Reader): string =>
  wordsOf(status, reader.stageOf?.(status, of), reader);

/**
 * Returns a known stage in the reader's language. The shop's text stays unchanged if it is in that language, or if its
 * stage is uncertain. `coded`: the stage of the accompanying code, which takes precedence; the shop's words stay beside
 * it where they add something.
 */
function wordsOf(
  status: string,
  read: KnownStage | undefined,
  { language }: Reader,
  coded?: Stage,
): string {
  const stage = coded ?? read?.stage;
  if (!stage) return status;
  const name = language.stages[stage];
  if (!status || status.trim().toLowerCase() === stage || isProgrammed(status)) return name;
  if (read) return read.language === language.locale && read.stage === stage ? status : name;
  if (status.length <= name.length) return name;
  return status.toLowerCase().includes(name.toLowerCase()) ? status : `${name} · ${status}`;
}

/** How a program writes: `OUT_FOR_DELIVERY`, `in_transit`, `InTransit`. */
function isProgrammed(status: string): boolean {
  return /_|\p{Ll}\p{Lu}/u.test(status) || (/\p{Lu}/u.test(status) && !/\p{Ll}/u.test(status));
}
