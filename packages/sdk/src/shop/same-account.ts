import { comparableAccount } from "@meetbot/protocol";

/**
 * Checks whether two accounts are the same: ignores the case of ASCII letters in emails, separators in phone numbers
 * that begin with `+`, and spaces around the account; everything else must match exactly. Use it to check the results
 * of a platform's search, which often matches a pattern, a prefix, or whatever its database considers equal.
 */
export function sameAccount(one: string | null | undefined, other: string): boolean {
  const asked = comparableAccount(other.trim());
  return typeof one === "string" && asked !== "" && comparableAccount(one.trim()) === asked;
}
