import { comparableNumber } from "@meetbot/protocol";
import type { LookupKey } from "../../secrets/lookup-key.ts";

/** Under what a conversation is found again in which an order or a package was named. */
export function numberLookup(lookupKey: LookupKey, number: string): Buffer {
  return lookupKey(comparableNumber(number.trim()));
}
