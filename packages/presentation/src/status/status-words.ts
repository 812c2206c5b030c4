import type { Reader } from "../languages/contract/card-language.ts";
import { type StatusOf, stageOf } from "./stage-of.ts";

/**
 * A status as the reader is told it. A stage that is surely known is told in the reader's language; what
 * the shop wrote in that language stays as it is, and so does what is not surely known.
 */
export function statusWords(status: string, of: StatusOf, { language }: Reader): string {
  const read = stageOf(status, of);
  if (!read) return status;
  const isCode = status.trim().toLowerCase() === read.stage || isProgrammed(status);
  return read.language === language.locale && !isCode ? status : language.stages[read.stage];
}

/** How a program writes: `OUT_FOR_DELIVERY`, `in_transit`, `InTransit`. */
function isProgrammed(status: string): boolean {
  return /_|\p{Ll}\p{Lu}/u.test(status) || (/\p{Lu}/u.test(status) && !/\p{Ll}/u.test(status));
}
