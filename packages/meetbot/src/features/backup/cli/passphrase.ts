import { readFile } from "node:fs/promises";
import { CommandError, WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { Option } from "commander";
import { askHidden } from "../../../cli/terminal/ask-hidden.ts";

/** Who has the file tries passphrases as long as they like: short ones do not hold. */
const minPassphraseLength = 12;

const variable = "MEETBOT_BACKUP_PASSPHRASE";
const otherwise = `The passphrase is missing. Set ${variable}, name a file that holds it (--passphrase-file), or run this on a terminal, which asks for it.`;

/** `--passphrase-file <path>`: no passphrase is an argument, which everybody on the machine sees. */
export const passphraseFileOption = () =>
  new Option("--passphrase-file <path>", `a file that holds the passphrase; else ${variable}`);

/** Returns the passphrase of a backup. Throws a {@link CommandError} if none is given. */
export async function findPassphrase(file?: string): Promise<string> {
  return (await givenPassphrase(file)) ?? (await askHidden("Passphrase of the backup:", otherwise));
}

/**
 * Returns the given passphrase for a new backup, or prompts for it twice. Throws a {@link CommandError} or
 * {@link WrongUseError} if the passphrase is not acceptable.
 */
export async function choosePassphrase(file?: string): Promise<string> {
  const given = await givenPassphrase(file);
  const chosen = given ?? (await askHidden("A passphrase for the backup:", otherwise));
  if (chosen.length < minPassphraseLength) {
    throw new WrongUseError(
      `The passphrase is too short: with the key in it, anyone who guesses it reads everything. Take ${minPassphraseLength} letters or more, best a few random words.`,
    );
  }
  if (given === null && (await askHidden("Once more:", otherwise)) !== chosen) {
    throw new CommandError("The two are not the same. Nothing was written; run this again.");
  }
  return chosen;
}

async function givenPassphrase(file?: string): Promise<string | null> {
  if (file === undefined) return process.env[variable] || null;
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new CommandError(`The file with the passphrase cannot be read: ${error.message}.`);
  });
  return text.replace(/\r?\n$/, "");
}
