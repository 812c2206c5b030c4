import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import type { MasterKey } from "./master-key.ts";

/** Turns a value that must be searchable but not readable into a key for the search. */
export type LookupKey = (value: string) => Buffer;

/** The length of the root of all lookup keys, which stays the same when master keys change. */
export const lookupRootBytes = 32;

/**
 * Makes lookup keys for one purpose. Emails can be guessed, so a plain hash would hide nothing: the key is an HMAC
 * under a separate key, derived from the root (the expansion of HKDF, RFC 5869, for one block).
 */
export function createLookupKey(root: Uint8Array, purpose: string): LookupKey {
  // A key object, because Node.js would convert a key in bytes for each value, which takes five times as long.
  const key = createSecretKey(hmac(root, Buffer.from(`meetbot lookup ${purpose}\x01`)));
  return (value) => hmac(key, value);
}

/**
 * Returns the root for a database that predates stored roots: the output of HKDF's extraction from the master key, of
 * which there was only one then.
 */
export function derivedLookupRoot({ bytes }: MasterKey): Buffer {
  return hmac(Buffer.alloc(lookupRootBytes), bytes);
}

function hmac(key: KeyObject | Uint8Array, value: Uint8Array | string): Buffer {
  return createHmac("sha256", key).update(value).digest();
}
