import type { Address } from "@meetbot/protocol";
import type { Reader } from "../languages/contract/card-language.ts";

/** Formats an address on one line, in the order of the reader's language, without repeating equal parts. */
export function addressLine(address: Address, { language }: Reader): string {
  const { country } = address;
  const told = { ...address, country: language.countryOf?.(country) ?? country };
  const parts = language.address.map((part) => told[part]);
  return [...new Set(parts.filter(Boolean))].join(language.addressComma);
}
