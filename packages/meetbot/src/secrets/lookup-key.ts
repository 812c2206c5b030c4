import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import type { MasterKey } from "./master-key.ts";

/** Turns what must be found again but not read into a key to look it up by. */
export type LookupKey = (value: string) => Buffer;

/** Below it are all lookup keys; it stays while master keys come and go. */
export const lookupRootBytes = 32;

/**
 * Makes lookup keys for one purpose. Emails can be guessed, so a plain hash would hide nothing: the
 * key is an HMAC under a key of its own, derived from the root (the expansion of HKDF, RFC 5869, for
 * one block).
 */
export function createLookupKey(root: Uint8Array, purpose: string): LookupKey {
  // A key object, for a key in bytes would be made into one for each value: five times the time.
  const key = createSecretKey(hmac(root, Buffer.from(`meetbot lookup ${purpose}\x01`)));
  return (value) => hmac(key, value);
}

/**
 * The root in a database from before it was stored: what HKDF extracted from the master key. That
 * was the only one then.
 */
export function derivedLookupRoot({ bytes }: MasterKey): Buffer {
  return hmac(Buffer.alloc(lookupRootBytes), bytes);
}

function hmac(key: KeyObject | Uint8Array, value: Uint8Array | string): Buffer {
  return createHmac("sha256", key).update(value).digest();
}
