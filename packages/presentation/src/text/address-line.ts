import type { Address } from "@meetbot/protocol";
import type { Reader } from "../languages/contract/card-language.ts";

/** An address on one line, in the order of the reader's language. What stands there twice is told once. */
export function addressLine(address: Address, { language }: Reader): string {
  const parts = language.address.map((part) => address[part]).filter(Boolean);
  return [...new Set(parts)].join(language.addressComma);
}
