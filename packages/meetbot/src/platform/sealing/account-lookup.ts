import { comparableAccount } from "@meetbot/protocol";
import type { LookupKey } from "../../secrets/lookup-key.ts";

/** Returns the lookup key of an account. */
export function accountLookup(lookupKey: LookupKey, account: string): Buffer {
  return lookupKey(comparableAccount(account.trim()));
}
