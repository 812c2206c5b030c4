import { isPhone } from "@meetbot/protocol";

/** Enough to see a typing mistake, and nothing new to whoever reads over a shoulder. */
export function maskedAccount(account: string): string {
  if (isPhone(account)) return `····${account.slice(-4)}`;
  const at = account.lastIndexOf("@");
  const [first = ""] = account;
  return `${first}····${at > 0 ? account.slice(at) : ""}`;
}
