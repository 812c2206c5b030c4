import { createHmac, hkdfSync } from "node:crypto";
import type { MasterKey } from "./master-key.ts";

/** Turns what must be found again but not read into a key to look it up by. */
export type LookupKey = (value: string) => Buffer;

/**
 * Makes look-up keys for one purpose. Emails can be guessed, so a plain hash would hide nothing: the
 * key is an HMAC under a key of its own, derived from the master key (HKDF, RFC 5869).
 */
export function createLookupKey(masterKey: MasterKey, purpose: string): LookupKey {
  const key = Buffer.from(hkdfSync("sha256", masterKey.bytes, "", `meetbot lookup ${purpose}`, 32));
  return (value) => createHmac("sha256", key).update(value).digest();
}
