import type { KnownStage, Reader, StatusOf } from "../languages/contract/card-language.ts";
import { type OrderSaid, orderRead, type PackageSaid, packageRead } from "./stage-for.ts";
import { stageOfCode } from "./stage-of-code.ts";
import type { Stage } from "./stages.ts";

/** How far an order is, as the reader is told it; empty where it does not say. */
export const orderWords = (order: OrderSaid, reader: Reader): string =>
  wordsOf(order.status ?? "", orderRead(order, reader), reader, order.status_code);

/** How far a package is, as the reader is told it; empty where it does not say. */
export const packageWords = (pkg: PackageSaid, reader: Reader): string =>
  wordsOf(
    pkg.package_status ?? "",
    packageRead(pkg, reader),
    reader,
    stageOfCode(pkg.package_status_code),
  );

/** A status as the reader is told it. */
export const statusWords = (status: string, of: StatusOf, reader: Reader): string =>
  wordsOf(status, reader.stageOf?.(status, of), reader);

/**
 * A stage that is surely known is told in the reader's language; what
 * the shop wrote in that language stays as it is, and so does what is not surely known. `coded`: the stage that a code
 * beside it tells, which counts; the shop's words are kept beside it where they say more.
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
