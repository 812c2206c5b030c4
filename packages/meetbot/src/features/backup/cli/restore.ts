import { resolve } from "node:path";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { createLogger } from "../../../cli/options/storage.ts";
import { writeTable } from "../../../cli/terminal/table.ts";
import { type Config, readConfig } from "../../../config.ts";
import type { KeyRing } from "../../../secrets/key-ring.ts";
import { checkBackup } from "../files/check-backup.ts";
import { checkSteps, type OpenedBackup, openBackup } from "../files/open-backup.ts";
import { findKeyRing } from "../files/reach-database.ts";
import { type Restored, restoreBackup } from "../files/restore-backup.ts";
import { findPassphrase, passphraseFileOption } from "./passphrase.ts";
import { sizeOf } from "./size-of.ts";

interface Options {
  check?: true;
  moved?: true;
  passphraseFile?: string;
  json?: true;
}

/** `meetbot restore FILE`: a backup into an empty database, or a look at whether it is whole. */
export function addRestoreCommand(program: Command): void {
  program
    .command("restore <file>")
    .description("Restore a backup into an empty database, or check it.")
    .option("--check", "only read the file to its end and say what is in it; needs no database")
    .option(
      "--moved",
      "nothing has run on the data since the backup: send from here what waits in it",
    )
    .addOption(passphraseFileOption())
    .option("--json", "print one JSON object")
    .action(restore);
}

async function restore(file: string, options: Options): Promise<void> {
  // The master key may be in the backup file, so the operator's database is checked only after the file is opened.
  const local = readConfig({ ...process.env, MEETBOT_DATABASE_URL: undefined });
  const keyRing = await findKeyRing(local);
  const passphrase = () => findPassphrase(options.passphraseFile);
  const opened = await openBackup(resolve(file), { keyRing, passphrase });
  try {
    if (options.check) await check(opened, options);
    else await load(opened, keyRing, options);
  } finally {
    await opened.close();
  }
}

async function check(opened: OpenedBackup, { json }: Options): Promise<void> {
  const { tables, rows } = await checkBackup(opened);
  const about = { ...factsOf(opened), tables: tables.length, rows };
  const filled = tables.filter((table) => table.rows > 0);
  if (json) {
    const counted = Object.fromEntries(filled.map((table) => [table.name, table.rows]));
    printJson({ whole: true, ...about, rows_by_table: counted });
  } else {
    print("The backup is whole.", ...writeTable({ ...about, bytes: sizeOf(opened.bytes) }), "");
    print(...writeTable(Object.fromEntries(filled.map((table) => [table.name, table.rows]))));
  }
  await checkSteps(opened.manifest);
}

const factsOf = ({ manifest, keyId, bytes }: OpenedBackup) => ({
  taken_at: manifest.takenAt,
  meetbot: manifest.meetbot,
  postgresql: manifest.postgresql,
  step: manifest.steps.at(-1),
  opens_with: keyId === null ? "passphrase" : `master key ${keyId}`,
  seals: manifest.keyIds,
  bytes,
});

async function load(opened: OpenedBackup, keyRing: KeyRing | null, options: Options) {
  const log = createLogger("warn");
  const isMoved = options.moved === true;
  const restored = await restoreBackup(opened, configFor(opened), log, { keyRing, isMoved });
  if (options.json) printJson({ ...factsOf(opened), ...inJson(restored) });
  else print(...linesOf(opened, restored));
}

function configFor({ manifest }: OpenedBackup): Config {
  const given = process.env.MEETBOT_MASTER_KEY || manifest.masterKeys || undefined;
  return readConfig({ ...process.env, MEETBOT_MASTER_KEY: given });
}

const inJson = ({ tables, rows, settled, keyFile }: Restored) => ({
  ...{ tables, rows, not_sent_again: settled, key_file: keyFile },
});

function linesOf({ manifest }: OpenedBackup, { tables, rows, settled, keyFile }: Restored) {
  const lines = [`${rows} rows of ${tables} tables were restored, as of ${manifest.takenAt}.`];
  if (keyFile) {
    lines.push(
      `The master key lies in ${keyFile}. Nodes on a PostgreSQL server of yours take its text as MEETBOT_MASTER_KEY.`,
    );
  }
  if (!settled) return lines;
  const waiting = Object.entries(settled).filter(([, count]) => count > 0);
  if (waiting.length > 0) {
    lines.push(
      `On their way at that moment, and not sent again: ${waiting.map(([what, count]) => `${count} ${what}`).join(", ")}. Messages can be sent again in the console, on the pages of their channels.`,
    );
  }
  return [...lines, "Operators sign in anew. Do again what was deleted or taken back since."];
}
