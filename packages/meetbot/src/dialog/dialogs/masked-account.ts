import { isPhone } from "@meetbot/protocol";

/** Masks an account: enough to spot a typing mistake, and nothing new to somebody reading over a shoulder. */
export function maskedAccount(account: string): string {
  if (isPhone(account)) return `····${account.slice(-4)}`;
  const at = account.lastIndexOf("@");
  const [first = ""] = account;
  return `${first}····${at > 0 ? account.slice(at) : ""}`;
}
