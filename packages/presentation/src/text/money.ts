import type { CardLanguage, Reader } from "../languages/contract/card-language.ts";
import { remember } from "./remember.ts";

const formatOf = remember(
  (language, currency) =>
    new Intl.NumberFormat(language, currency ? { style: "currency", currency } : {}),
);

/**
 * Formats an amount as is usual for its currency: JPY without decimals, KWD with three. `56.14 XY` if the code is
 * invalid, and only the number if there is no code.
 */
export function formatMoney(
  amount: number,
  currency: string | undefined,
  { language: { tag } }: { language: Pick<CardLanguage, "tag"> },
): string {
  try {
    return formatOf(tag, currency).format(amount);
  } catch {
    return `${formatOf(tag, "").format(amount)} ${currency}`;
  }
}

/** Formats a discount for display: always negative, whichever sign the shop wrote. */
export function formatDiscount(amount: number, currency: string | undefined, reader: Reader) {
  return `−${formatMoney(Math.abs(amount), currency, reader)}`;
}
