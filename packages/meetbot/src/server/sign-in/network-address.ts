import type { LookupKey } from "../../secrets/lookup-key.ts";

/** The header that gives better-auth the network a request comes from. */
export const networkHeader = "x-meetbot-network";

/**
 * Returns a substitute for a network in the database: its HMAC, written as an IPv6 address of 128 bits, because
 * better-auth counts and stores only addresses.
 */
export function networkAddress(network: string, networkKey: LookupKey): string {
  const digits = networkKey(network).toString("hex").slice(0, 32);
  return digits.match(/.{4}/g)?.join(":") ?? "";
}
