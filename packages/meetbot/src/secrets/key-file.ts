import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type KeyRing, parseKeyRing } from "./key-ring.ts";
import { sealingKeyBytes } from "./seal.ts";

/**
 * Returns the master keys from a file that only its owner can read, newest first; creates a key at the first start.
 * Processes that start at once agree on one key: each links a complete file into place, and linking fails if one
 * exists. Throws a `MasterKeyError` that names the file if it holds something else.
 */
export async function loadOrCreateKeyFile(path: string): Promise<KeyRing> {
  const existing = await readKeyFile(path);
  if (existing !== null) return existing;
  await createKeyFile(path, randomBytes(sealingKeyBytes).toString("base64"));
  return parseKeyRing(await readFile(path, "utf8"), path);
}

/** Writes master keys to a new file, one per line. Leaves an existing file unchanged. */
export async function createKeyFile(path: string, ...keys: string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    await writeDurably(draft, `${keys.join("\n")}\n`);
    await link(draft, path).catch(ignore("EEXIST"));
  } finally {
    await rm(draft, { force: true });
  }
  await flushFolder(dirname(path));
}

/**
 * Returns the master keys in a file, or `null` if it does not exist. Throws a `MasterKeyError` if it holds something
 * else.
 */
export async function readKeyFile(path: string): Promise<KeyRing | null> {
  const text = await readFile(path, "utf8").catch(ignore("ENOENT"));
  return text === undefined ? null : parseKeyRing(text, path);
}

/** Sealed data must never outlive its key, not even after a power loss. */
async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a new name in a folder durable. Windows has no such call and needs none. */
export async function flushFolder(path: string): Promise<void> {
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
