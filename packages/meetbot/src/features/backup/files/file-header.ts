import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";
import type { KeyRing } from "../../../secrets/key-ring.ts";
import { BackupFileError } from "./backup-file-error.ts";

// The first three lines of a backup, readable without a key: the format, what decrypts the backup, and a code that
// shows whether the key was right.

const title = "meetbot backup 1";
const keyBytes = 32;

/** 128 MiB and half a second for each guess (RFC 7914; as `age` does). It is the same for all files of version 1. */
const guessing = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

const secondLine = z.object({
  salt: z.base64(),
  /** The master key that opens it, by its id; null: a passphrase does. */
  key: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .nullable(),
});

/** No header is longer. */
export const maxHeaderBytes = 1024;

/** The keys that decrypt a backup: this node's master keys, or a passphrase, which is requested only if needed. */
export interface BackupSecrets {
  keyRing: KeyRing | null;
  passphrase(): Promise<string>;
}

/** A header, and the key for the data that follows it. */
export interface FileHeader {
  bytes: Buffer;
  /** The id of the master key that opens it; `null`: a passphrase does. */
  keyId: string | null;
  bodyKey: Buffer;
}

/** Makes a header for a new file, sealed under the newest master key or a passphrase. */
export async function createHeader(secret: KeyRing | string): Promise<FileHeader> {
  const keyId = typeof secret === "string" ? null : secret[0].id;
  const salt = randomBytes(keyBytes);
  const lines = `${title}\n${JSON.stringify({ salt: salt.toString("base64"), key: keyId })}\n`;
  const root = typeof secret === "string" ? await stretch(secret, salt) : secret[0].bytes;
  const bytes = Buffer.from(`${lines}${codeOf(root, salt, lines).toString("base64")}\n`);
  return { bytes, keyId, bodyKey: derive(root, salt, "body") };
}

/**
 * Reads the header at the start of a file. Throws a {@link BackupFileError} if there is none, or if the secret does not
 * match.
 */
export async function openHeader(start: Buffer, secrets: BackupSecrets): Promise<FileHeader> {
  const text = start.toString("latin1");
  const [first = "", second = "", third = ""] = text.split("\n", 3);
  const read = first === title ? secondLine.safeParse(parse(second)) : null;
  if (!read?.success) throw noBackup(first);
  const { key: keyId } = read.data;
  const salt = Buffer.from(read.data.salt, "base64");
  const root = await rootOf(keyId, salt, secrets);
  const lines = `${first}\n${second}\n`;
  const code = Buffer.from(third, "base64");
  const wanted = codeOf(root, salt, lines);
  if (code.length !== wanted.length || !timingSafeEqual(code, wanted)) {
    throw keyId === null ? wrongPassphrase() : noBackup(first);
  }
  const length = Buffer.byteLength(`${lines}${third}\n`, "latin1");
  return { bytes: start.subarray(0, length), keyId, bodyKey: derive(root, salt, "body") };
}

async function rootOf(
  keyId: string | null,
  salt: Buffer,
  { keyRing, passphrase }: BackupSecrets,
): Promise<Buffer> {
  if (keyId === null) return stretch(await passphrase(), salt);
  const key = keyRing?.find(({ id }) => id === keyId);
  if (key) return key.bytes;
  const here = keyRing ? `here is ${keyRing.map(({ id }) => id).join(", ")}` : "here is none";
  throw new BackupFileError(
    keyRing ? "master_key_other" : "master_key_missing",
    `The backup opens with the master key ${keyId}, and ${here}. Set MEETBOT_MASTER_KEY to that key, behind a newer one if there is one, or put it into the file master.key of the data folder. Without it nobody can open the backup.`,
  );
}

function stretch(passphrase: string, salt: Buffer): Promise<Buffer> {
  const run = promisify<string, Buffer, number, typeof guessing, Buffer>(scrypt);
  return run(passphrase.normalize("NFC"), salt, keyBytes, guessing);
}

function derive(root: Buffer, salt: Buffer, purpose: "body" | "header"): Buffer {
  return Buffer.from(hkdfSync("sha256", root, salt, `${title} ${purpose}`, keyBytes));
}

function codeOf(root: Buffer, salt: Buffer, lines: string): Buffer {
  return createHmac("sha256", derive(root, salt, "header"))
    .update(lines)
    .digest();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function wrongPassphrase(): BackupFileError {
  return new BackupFileError(
    "passphrase_wrong",
    "The passphrase is not the one that the backup was made with (or the first lines of the file were changed). Try again; without it nobody can open the backup.",
  );
}

function noBackup(first: string): BackupFileError {
  const newer = /^meetbot backup \d{1,9}$/.test(first) && first !== title;
  return new BackupFileError(
    "not_a_backup",
    newer
      ? `The file was written by a newer Meetbot (${first}). Restore it with that version.`
      : "The file is no backup of Meetbot's, or its first lines were changed. Name one that `meetbot backup` wrote.",
  );
}
