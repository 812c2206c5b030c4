export type Currency = "USD" | "CNY" | "JPY";

/** Decimals of a currency (ISO 4217): the yen has none. */
const fractionDigits: Readonly<Record<Currency, number>> = { USD: 2, CNY: 2, JPY: 0 };

/** Major units (14.5 dollars) to the whole minor units (1450 cents) that the database adds up. */
export function toMinorUnits(amount: number, currency: Currency): number {
  return Math.round(amount * 10 ** fractionDigits[currency]);
}

/** Minor units to the major units that travel to Meetbot. */
export function toMajorUnits(minorUnits: number, currency: Currency): number {
  return minorUnits / 10 ** fractionDigits[currency];
}

/** Whose shoppers pay in a currency read it as at home: ¥98.00, and not CN¥98.00. */
const homes: Readonly<Record<string, string>> = { CNY: "zh-CN", JPY: "ja-JP" };

/** Major units as the shop's pages show them. */
export function formatMoney(amount: number, currency: string): string {
  const home = homes[currency] ?? "en-US";
  return new Intl.NumberFormat(home, { style: "currency", currency }).format(amount);
}
