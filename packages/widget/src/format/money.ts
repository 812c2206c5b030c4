/**
 * An amount as its currency is written: JPY without decimals, KWD with three. `56.14 XY` where the
 * code is none, and the bare number where there is no code.
 */
export function formatMoney(
  amount: number,
  currency: string | undefined,
  language: string,
): string {
  try {
    return amount.toLocaleString(language, { style: "currency", currency: currency ?? "" });
  } catch {
    return `${amount.toLocaleString(language)} ${currency ?? ""}`.trim();
  }
}

/** A discount as it is shown: subtracted, whichever sign the shop wrote. */
export function formatDiscount(
  amount: number,
  currency: string | undefined,
  language: string,
): string {
  return `−${formatMoney(Math.abs(amount), currency, language)}`;
}
