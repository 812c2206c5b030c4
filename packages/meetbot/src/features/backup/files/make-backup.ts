import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress } from "node:zlib";
import type { KeyRing } from "../../../secrets/key-ring.ts";
import { sealStream } from "../../../secrets/sealed-stream.ts";
import { version } from "../../../version.ts";
import { type BackupRecord, type Manifest, writeRecords } from "../store/backup-record.ts";
import { dumpDatabase } from "../store/dump-database.ts";
import { recordBackup } from "../store/record-backup.ts";
import { createHeader } from "./file-header.ts";
import type { Reached } from "./reach-database.ts";
import { checkBackupName, writeFileWhole } from "./write-file.ts";

/** Sealed values do not compress, but as text they take two letters per byte: the fastest level undoes that. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export interface BackupWish {
  path: string;
  /** A file of that name is replaced. */
  replaced: boolean;
  keyRing: KeyRing;
  /** Opens the file, and the master keys are in it; `null`: it opens with the master key alone. */
  passphrase: string | null;
}

/** The contents of a backup. */
export interface Backup {
  manifest: Manifest;
  tables: number;
  rows: number;
  bytes: number;
  /** Whether the operators' log records the backup; a read-only database cannot. */
  isRecorded: boolean;
  /** The id of the master key that opens it; `null`: a passphrase does. */
  keyId: string | null;
}

/**
 * Writes a backup of a database while it is in use. Throws a `BackupFileError` if the file cannot be written, a
 * `BackupError` if there is nothing to back up, or PostgreSQL's own error; leaves no partial file.
 */
export async function makeBackup({ client }: Reached, wish: BackupWish): Promise<Backup> {
  const { path, replaced, keyRing, passphrase } = wish;
  await checkBackupName(path, { replaced });
  const header = await createHeader(passphrase ?? keyRing);
  const texts = keyRing.map(({ bytes }) => bytes.toString("base64"));
  const masterKeys = passphrase === null ? null : texts.join(",");
  const records = dumpDatabase(client, { meetbot: version, masterKeys });
  const seen = watch(records);
  const bytes = await writeFileWhole(path, sealed(header, seen.records), { replaced });
  const { manifest, end } = seen.found();
  const { takenAt, steps } = manifest;
  const entry = { name: basename(path), takenAt, step: steps.at(-1)! };
  const isRecorded = await recordBackup(client, "backup_made", entry);
  return { ...{ manifest, bytes, isRecorded }, ...end, keyId: header.keyId };
}

async function* sealed(
  header: { bytes: Buffer; bodyKey: Buffer },
  records: AsyncIterable<BackupRecord>,
): AsyncGenerator<Buffer> {
  yield header.bytes;
  yield* sealStream(compressed(writeRecords(records)), header.bodyKey);
}

async function* compressed(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const squeeze = createZstdCompress(compression);
  const through = pipeline(Readable.from(bytes), squeeze);
  // Awaited below; if the consumer stops reading early, this avoids an unhandled rejection.
  through.catch(() => {});
  for await (const piece of squeeze) yield piece as Buffer;
  await through;
}

/** Records a backup's manifest and final counts while it is written. */
function watch(source: AsyncIterable<BackupRecord>) {
  let manifest: Manifest | null = null;
  let end = { tables: 0, rows: 0 };
  async function* records() {
    for await (const record of source) {
      if (record.type === "manifest") manifest = record.value;
      if (record.type === "end") end = record.value;
      yield record;
    }
  }
  return {
    records: records(),
    found: () => {
      if (manifest === null) throw new Error("A backup without a beginning was written.");
      return { manifest, end };
    },
  };
}
