import { type MasterKey, MasterKeyError, parseMasterKey } from "./master-key.ts";
import { open, SealError, seal } from "./seal.ts";

/** The master keys of a node, newest first: the first one seals, and every one opens. */
export type KeyRing = readonly [MasterKey, ...MasterKey[]];

/** A value sealed under the master key with this id. */
export interface MasterSealed {
  keyId: string;
  sealed: Buffer;
}

/**
 * Parses master keys as an operator writes them: separated by commas or on separate lines. Throws a {@link
 * MasterKeyError} if a key is invalid or occurs twice; `source` names the variable or file in that error.
 */
export function parseKeyRing(text: string, source = "MEETBOT_MASTER_KEY"): KeyRing {
  const [first = "", ...rest] = text.trim().split(/[\s,]+/);
  const ring: KeyRing = [
    parseMasterKey(first, source),
    ...rest.map((one) => parseMasterKey(one, source)),
  ];
  if (new Set(ring.map(({ id }) => id)).size === ring.length) return ring;
  throw new MasterKeyError(`${source} holds one master key twice. Take one of the two out.`);
}

/** Seals a value under the newest master key. */
export function sealUnderMaster(
  [newest]: KeyRing,
  plaintext: Uint8Array | string,
  context: string,
): MasterSealed {
  return { keyId: newest.id, sealed: seal(newest.bytes, plaintext, context) };
}

/** Opens a value that {@link sealUnderMaster} sealed, or throws a {@link SealError}. */
export function openUnderMaster(
  ring: KeyRing,
  { keyId, sealed }: MasterSealed,
  context: string,
): Buffer {
  const key = ring.find(({ id }) => id === keyId);
  if (!key) throw keyUnknown(keyId, ring);
  return open(key.bytes, sealed, context);
}

/** Returns the error for stored data whose master key is not in the ring. */
export function keyUnknown(keyId: string, inUse: KeyRing): SealError {
  const ids = inUse.map(({ id }) => id).join(", ");
  return new SealError(
    "seal_key_unknown",
    `What is stored is sealed under the master key ${keyId}, and in use is ${ids}. Start with the key that sealed it, behind a newer one if there is one: MEETBOT_MASTER_KEY, or the file master.key of the data folder (restore it from a backup, where it is lost nothing sealed can be read).`,
  );
}
