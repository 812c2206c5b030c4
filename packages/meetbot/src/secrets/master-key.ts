import { createHash } from "node:crypto";
import { sealingKeyBytes } from "./seal.ts";

/** The key above all keys: it seals bots' secrets and the key of each conversation. */
export interface MasterKey {
  /** Stored with everything that the key seals, so that rows can move to another key one by one. */
  id: string;
  bytes: Buffer;
}

/** The error for an unusable master key of the operator. Never shows any part of the key. */
export class MasterKeyError extends Error {
  readonly code = "master_key_invalid";

  constructor(message: string) {
    super(message);
    this.name = "MasterKeyError";
  }
}

/**
 * Parses one master key; `source` names the variable or file in the error. Throws a {@link MasterKeyError} if the text
 * is not a key.
 */
export function parseMasterKey(text: string, source: string): MasterKey {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== sealingKeyBytes || bytes.toString("base64") !== text) {
    throw new MasterKeyError(
      `${source} is not a master key: it must be ${sealingKeyBytes} bytes in base64 (44 characters), or several of them, newest first, separated by commas. Make one with: openssl rand -base64 32`,
    );
  }
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}
