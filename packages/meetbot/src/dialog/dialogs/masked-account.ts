/** Enough to see a typing mistake, and nothing new to whoever reads over a shoulder. */
export function maskedAccount(account: string): string {
  const at = account.lastIndexOf("@");
  const [first = ""] = account;
  return `${first}····${at > 0 ? account.slice(at) : ""}`;
}
