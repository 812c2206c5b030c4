import { resolve } from "node:path";
import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { type Command, Option } from "commander";
import { createLogger } from "../../../cli/options/storage.ts";
import { parseCount } from "../../../cli/terminal/parse-count.ts";
import { readConfig } from "../../../config.ts";
import { BackupFileError } from "../files/backup-file-error.ts";
import { isFolder, pathIn, removeOldCopies } from "../files/backup-folder.ts";
import { type Backup, makeBackup } from "../files/make-backup.ts";
import { checkData, findKeyRing, reachDatabase } from "../files/reach-database.ts";
import { choosePassphrase, passphraseFileOption } from "./passphrase.ts";
import { sizeOf } from "./size-of.ts";

interface Options {
  copies?: number;
  force?: true;
  withKey?: true;
  passphraseFile?: string;
  json?: true;
}

/** `meetbot backup FILE`: everything in the database, in one sealed file, while servers run. */
export function addBackupCommand(program: Command): void {
  program
    .command("backup")
    .description("Write all data into one sealed file, beside running servers.")
    .argument("<file>", "the file; or a folder, where its name is the time")
    .addOption(copiesOption())
    .option("--with-key", "put the master key in too; a passphrase opens the file then")
    .addOption(passphraseFileOption())
    .option("--force", "replace a file of that name")
    .option("--json", "print one JSON object")
    .action(backup);
}

async function backup(file: string, options: Options): Promise<void> {
  const { copies } = options;
  const given = resolve(file);
  const isInFolder = await isFolder(given);
  if (copies !== undefined && !isInFolder) throw folderMissing(given);
  const config = readConfig(process.env);
  await checkData(config);
  const keyRing = await findKeyRing(config);
  if (keyRing === null) throw keyMissing();
  const passphrase = options.withKey ? await choosePassphrase(options.passphraseFile) : null;
  const reached = await reachDatabase(config, createLogger("warn"));
  try {
    const path = isInFolder ? pathIn(given, new Date()) : given;
    const wish = { path, replaced: options.force === true, keyRing, passphrase };
    const made = await makeBackup(reached, wish);
    const removed = copies === undefined ? 0 : await removeOldCopies(given, copies);
    tell(path, { ...made, removed }, options);
  } finally {
    await reached.close();
  }
}

function tell(
  path: string,
  { manifest, tables, rows, bytes, keyId, isRecorded, removed }: Backup & { removed: number },
  { json }: Options,
) {
  const { takenAt, steps } = manifest;
  if (json) {
    printJson({
      file: path,
      taken_at: takenAt,
      bytes,
      tables,
      rows,
      step: steps.at(-1),
      key: keyId,
      recorded: isRecorded,
      removed,
    });
    return;
  }
  print(
    `${path}: ${rows} rows of ${tables} tables as they were at ${takenAt}, ${sizeOf(bytes)}.`,
    keyId === null
      ? "The master key is in it, and the passphrase opens it: keep them in two places."
      : `It opens with the master key ${keyId}, which is not in it: keep that elsewhere.`,
  );
  if (removed > 0) print(`Older backups that were removed there: ${removed}.`);
  if (!isRecorded) print("The log of operators does not tell of it: nothing can be written there.");
}

const copiesOption = () =>
  new Option(
    "--copies <count>",
    "in a folder, keep so many backups and remove the oldest",
  ).argParser(parseCount);

function folderMissing(path: string): WrongUseError {
  return new WrongUseError(
    `--copies removes the oldest backups of a folder, and ${path} is none. Make the folder first, or leave --copies out.`,
  );
}

function keyMissing(): BackupFileError {
  return new BackupFileError(
    "master_key_missing",
    "The master key is missing, and a backup without it would be of no use: set MEETBOT_MASTER_KEY, or put the file master.key back into the data folder.",
  );
}
