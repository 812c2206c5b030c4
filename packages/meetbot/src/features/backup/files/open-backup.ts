import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import { openStream, SealedStreamError, sealedPieceBytes } from "../../../secrets/sealed-stream.ts";
import { compareSteps } from "../../../store/upgrade/migrate.ts";
import { BackupError, damaged } from "../store/backup-error.ts";
import { type BackupRecord, type Manifest, readRecords } from "../store/backup-record.ts";
import { explainFile } from "./backup-file-error.ts";
import { type BackupSecrets, maxHeaderBytes, openHeader } from "./file-header.ts";

/** A successfully opened backup whose first part has been read. */
export interface OpenedBackup {
  /** The file's name, without its folder. */
  name: string;
  manifest: Manifest;
  /** The id of the master key that opens it; `null`: a passphrase did. */
  keyId: string | null;
  bytes: number;
  /** All records that follow. Only the end record confirms that nothing is missing. */
  records: AsyncIterator<BackupRecord, unknown, undefined>;
  close(): Promise<void>;
}

/**
 * Opens a backup. Throws a `BackupFileError` if the file cannot be read or opened, and a {@link BackupError} if it is
 * damaged.
 */
export async function openBackup(path: string, secrets: BackupSecrets): Promise<OpenedBackup> {
  const file = await open(path).catch((error: unknown) => {
    throw explainFile(path, error);
  });
  try {
    const start = Buffer.alloc(maxHeaderBytes);
    const { bytesRead } = await file.read(start, 0, maxHeaderBytes, 0).catch((error: unknown) => {
      throw explainFile(path, error);
    });
    const header = await openHeader(start.subarray(0, bytesRead), secrets);
    const opened = openBody(file, header.bytes.length, header.bodyKey);
    const records = readRecords(decompressed(opened));
    const first = await records.next();
    if (first.done || first.value.type !== "manifest") throw damaged("it has no beginning");
    const { size } = await file.stat();
    return {
      name: basename(path),
      ...{ manifest: first.value.value, keyId: header.keyId, bytes: size, records },
      async close() {
        await records.return(undefined).catch(() => {});
        await file.close().catch(() => {});
      },
    };
  } catch (error) {
    await file.close().catch(() => {});
    throw error;
  }
}

/** Refuses a backup of a newer Meetbot's tables, which this version would misread. Throws a {@link BackupError}. */
export async function checkSteps({ steps, meetbot }: Manifest): Promise<void> {
  const [unknown] = (await compareSteps(steps)).unknown;
  if (unknown === undefined) return;
  throw new BackupError(
    "backup_newer",
    `The backup was made by Meetbot ${meetbot} of a newer database than this one knows: its tables have the step ${unknown}. Restore it with that version or a newer one. Nothing was changed.`,
  );
}

async function* openBody(file: FileHandle, start: number, key: Buffer): AsyncGenerator<Buffer> {
  const source = file.createReadStream({
    start,
    autoClose: false,
    highWaterMark: sealedPieceBytes,
  });
  try {
    yield* openStream(source as AsyncIterable<Buffer>, key);
  } catch (error) {
    if (!(error instanceof SealedStreamError)) throw error;
    const at = start + error.piece * sealedPieceBytes;
    throw damaged(`what comes after its first ${at} bytes does not open`, { cause: error });
  }
}

async function* decompressed(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const spread = createZstdDecompress();
  const through = pipeline(Readable.from(bytes), spread);
  through.catch(() => {});
  for await (const piece of spread) yield piece as Buffer;
  await through;
}
