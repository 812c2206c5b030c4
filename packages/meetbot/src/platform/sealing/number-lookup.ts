import { comparableNumber } from "@meetbot/protocol";
import type { LookupKey } from "../../secrets/lookup-key.ts";

/** Returns the lookup key that finds conversations in which an order or a package was named. */
export function numberLookup(lookupKey: LookupKey, number: string): Buffer {
  return lookupKey(comparableNumber(number.trim()));
}
