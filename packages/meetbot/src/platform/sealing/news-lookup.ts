import type { LookupKey } from "../../secrets/lookup-key.ts";
import { numberLookup } from "./number-lookup.ts";

/**
 * Returns the HMAC of the subject of a customer update. A parcel and its order may share a number but are two subjects.
 */
export function newsLookup(
  lookupKey: LookupKey,
  { of, number }: { of: "order" | "package"; number: string },
): Buffer {
  const named = numberLookup(lookupKey, number);
  return of === "package" ? named : lookupKey(`order ${named.toString("hex")}`);
}
