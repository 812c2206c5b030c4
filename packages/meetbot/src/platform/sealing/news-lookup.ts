import type { LookupKey } from "../../secrets/lookup-key.ts";
import { numberLookup } from "./number-lookup.ts";

/** HMAC of what news are about. A parcel and its order may have one number, and are two things. */
export function newsLookup(
  lookupKey: LookupKey,
  { of, number }: { of: "order" | "package"; number: string },
): Buffer {
  const named = numberLookup(lookupKey, number);
  return of === "package" ? named : lookupKey(`order ${named.toString("hex")}`);
}
