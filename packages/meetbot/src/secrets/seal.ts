import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";

/** Layout of a sealed value: version (1 byte), nonce, ciphertext, tag. */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
/** Length of every sealing key: AES-256. */
export const sealingKeyBytes = 32;

/** A sealed value that cannot be opened. Its message names neither the value nor the key. */
export class SealError extends Error {
  readonly code: "seal_broken" | "seal_version_unknown" | "seal_key_unknown";

  constructor(code: SealError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SealError";
    this.code = code;
  }
}

/**
 * Seals a value for storage. `context` describes where the value belongs. It is not stored, and the value opens only
 * with the same `context`: a row moved elsewhere is as useless as a changed one.
 *
 * Nonces are random, so one key must not seal more than 2^32 values (NIST SP 800-38D, 8.3). Each nonce is drawn when
 * needed: none waits in memory, where a copy of the process could use it a second time.
 */
export function seal(
  key: KeyObject | Uint8Array,
  plaintext: Uint8Array | string,
  context: string,
): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const bytes = typeof plaintext === "string" ? Buffer.from(plaintext) : plaintext;
  const ciphertext = cipher.update(bytes);
  cipher.final();
  return Buffer.concat([Buffer.of(version), nonce, ciphertext, cipher.getAuthTag()]);
}

/** Opens a value that {@link seal} sealed, or throws a {@link SealError}. */
export function open(key: KeyObject | Uint8Array, sealed: Uint8Array, context: string): Buffer {
  if (sealed[0] !== version) {
    throw new SealError(
      "seal_version_unknown",
      "A stored value has a seal of an unknown version. It was written by a newer Meetbot, or the row was changed: run the version that wrote it, or restore the row from a backup.",
    );
  }
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const ciphertext = sealed.subarray(1 + nonceBytes, -tagBytes);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes })
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch (cause) {
    throw new SealError(
      "seal_broken",
      "A stored value does not open: the row was changed or moved, or belongs to another key. Restore the row from a backup, or delete it.",
      { cause },
    );
  }
}
