import type { Address } from "@meetbot/protocol";
import type { Reader } from "../languages/contract/card-language.ts";

/** An address on one line, in the order of the reader's language. What stands there twice is told once. */
export function addressLine(address: Address, { language }: Reader): string {
  const { country } = address;
  const told = language.writesCountries
    ? { ...address, country: nameOf(country, language) }
    : address;
  const parts = language.address.map((part) => told[part]).filter(Boolean);
  return [...new Set(parts)].join(language.addressComma);
}

/** A country that a shop wrote by its code, as the language calls it; any other text as it stands. */
function nameOf(country: string | undefined, { tag }: Reader["language"]): string | undefined {
  if (!/^[A-Z]{2}$/.test(country ?? "")) return country;
  return new Intl.DisplayNames(tag, { type: "region" }).of(country!);
}
