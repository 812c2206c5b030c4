import type { Address } from "@meetbot/protocol";
import type { Reader } from "../languages/contract/card-language.ts";

/** An address on one line, in the order of the reader's language. What stands there twice is told once. */
export function addressLine(address: Address, { language }: Reader): string {
  const { country } = address;
  const told = { ...address, country: language.countryOf?.(country) ?? country };
  const parts = language.address.map((part) => told[part]);
  return [...new Set(parts.filter(Boolean))].join(language.addressComma);
}
