import { comparableAccount } from "@meetbot/protocol";

/**
 * Whether two accounts are the same one: emails without regard to the case of ASCII letters, phone numbers that
 * begin with `+` to what stands between their digits, all else as it is, spaces around it aside. Compare again with it what a platform's search has found: that is often
 * a pattern, a beginning, or whatever its database takes for equal.
 */
export function sameAccount(one: string | null | undefined, other: string): boolean {
  const asked = comparableAccount(other.trim());
  return typeof one === "string" && asked !== "" && comparableAccount(one.trim()) === asked;
}
