import type { LookupKey } from "../secrets/lookup-key.ts";

/** Under what an account is found again: emails differ in letter case only by whim. */
export function accountLookup(lookupKey: LookupKey, account: string): Buffer {
  return lookupKey(account.trim().toLowerCase());
}
