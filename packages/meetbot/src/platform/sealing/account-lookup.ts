import { comparableAccount } from "@meetbot/protocol";
import type { LookupKey } from "../../secrets/lookup-key.ts";

/** Under what an account is found again. */
export function accountLookup(lookupKey: LookupKey, account: string): Buffer {
  return lookupKey(comparableAccount(account.trim()));
}
