import type { Bot } from "@meetbot/model/bot/bot.ts";
import { isPhone } from "@meetbot/protocol";
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** Returns how a bot reads telephone numbers; `null` if it does not accept them. An order number is never one. */
export function phonesOf({
  accountKind,
  phoneCountry,
}: Pick<Bot, "accountKind" | "phoneCountry">): { country: string | null } | null {
  return accountKind === "email" ? null : { country: phoneCountry };
}

/** `+`, 15 digits and a trunk 0 or the sign of another country before them. */
const longest = 20;

/**
 * Returns the international form (E.164) of typed digits, with or without `+` before them; `null` when nobody has such
 * a number. Without `+` or `00` they are a number of `country`, and nobody's when no country is set: in another one the
 * same digits are somebody else's. Emergency and short numbers are nobody's either.
 */
export function readPhone(digits: string, country: string | null): string | null {
  const international = digits.startsWith("00") ? `+${digits.slice(2)}` : digits;
  if (country === null && !international.startsWith("+")) return null;
  if (international.length > longest) return null;
  const read = parsePhoneNumberFromString(
    international,
    country === null ? undefined : (country as CountryCode),
  );
  return read?.isValid() && !read.ext && isPhone(read.number) ? read.number : null;
}
