import { createHash, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { open as openSealed, SealError, seal, sealingKeyBytes } from "./seal.ts";

/** The key above all keys: it seals bots' secrets and the key of each conversation. */
export interface MasterKey {
  /** Stored beside whatever the key seals, so that rows can move to another key one by one. */
  id: string;
  bytes: Buffer;
}

/** A value sealed under the master key with this id. */
export interface MasterSealed {
  keyId: string;
  sealed: Buffer;
}

/** The operator's master key is unusable. Never shows any part of it. */
export class MasterKeyError extends Error {
  readonly code = "master_key_invalid";

  constructor(source: string) {
    super(
      `${source} is not a master key: it must be ${sealingKeyBytes} bytes in base64 (44 characters). Make one with: openssl rand -base64 32`,
    );
    this.name = "MasterKeyError";
  }
}

/** Reads a master key as an operator writes it; `source` names the variable or file in the error. */
export function parseMasterKey(text: string, source = "MEETBOT_MASTER_KEY"): MasterKey {
  const bytes = Buffer.from(text.trim(), "base64");
  if (bytes.length !== sealingKeyBytes || bytes.toString("base64") !== text.trim()) {
    throw new MasterKeyError(source);
  }
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}

/**
 * The key in a file that only its owner can read, made at the first start. Processes that start at
 * once agree on one key: a complete file is linked into place, and linking fails where one exists.
 */
export async function loadOrCreateKeyFile(path: string): Promise<MasterKey> {
  const existing = await readKeyFile(path);
  if (existing !== null) return existing;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    await writeDurably(draft, `${randomBytes(sealingKeyBytes).toString("base64")}\n`);
    await link(draft, path).catch(ignore("EEXIST"));
  } finally {
    await rm(draft, { force: true });
  }
  await flushFolder(dirname(path));
  return parseMasterKey(await readFile(path, "utf8"), path);
}

/** Seals a value under the master key. */
export function sealUnderMaster(
  masterKey: MasterKey,
  plaintext: Uint8Array | string,
  context: string,
): MasterSealed {
  return { keyId: masterKey.id, sealed: seal(masterKey.bytes, plaintext, context) };
}

/** Opens what {@link sealUnderMaster} sealed, or throws a {@link SealError}. */
export function openUnderMaster(
  masterKey: MasterKey,
  { keyId, sealed }: MasterSealed,
  context: string,
): Buffer {
  if (keyId !== masterKey.id) throw keyUnknown(keyId, masterKey);
  return openSealed(masterKey.bytes, sealed, context);
}

/** What was stored belongs to another master key. */
export function keyUnknown(keyId: string, inUse: MasterKey): SealError {
  return new SealError(
    "seal_key_unknown",
    `What is stored is sealed under the master key ${keyId}, and the key in use is ${inUse.id}. Start with the key that sealed it: MEETBOT_MASTER_KEY, or the file master.key of the data folder (restore it from a backup, where it is lost nothing sealed can be read).`,
  );
}

async function readKeyFile(path: string): Promise<MasterKey | null> {
  const text = await readFile(path, "utf8").catch(ignore("ENOENT"));
  return text === undefined ? null : parseMasterKey(text, path);
}

/** What the key seals must never outlive the key, not even through a loss of power. */
async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a new name in the folder durable. Windows has no such call and needs none. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function ignore(code: string): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (error.code !== code) throw error;
  };
}
