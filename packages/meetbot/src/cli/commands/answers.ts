import { readFile, writeFile } from "node:fs/promises";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printText } from "@meetbot/conformance/terminal/print.ts";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import { answerLimits } from "@meetbot/model/answers/answer-limits.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Command } from "commander";
import {
  readBookFile,
  readFileVersion,
  writeBookFile,
} from "../../operations/answers/book-file.ts";
import { replaceBook } from "../../operations/answers/change-answers.ts";
import { countChanges, type Written } from "../../operations/answers/save-answers.ts";
import type { Store } from "../../store/store.ts";
import { noSuchBot } from "../options/no-such-bot.ts";
import { withStore } from "../options/storage.ts";
import { readStdin } from "../terminal/read-stdin.ts";

/** `meetbot answers …`: the shop's own answers, as one readable file. */
export function addAnswersCommands(program: Command): void {
  const answers = program
    .command("answers")
    .description("Write a shop's own answers into a file, or take them from one.");
  answers
    .command("export")
    .description("Write all that the shop answers itself, and what was taught, as YAML.")
    .requiredOption("--bot <id>", "whose answers")
    .argument("[file]", "where to; default: standard output")
    .action(exportAnswers);
  answers
    .command("import")
    .description("Replace all of it by what stands in a file; a file with a fault changes nothing.")
    .requiredOption("--bot <id>", "whose answers")
    .option("--check", "only say what would change")
    .option("--force", "replace also what was saved since the file was exported")
    .argument("<file>", "an exported file; - reads standard input")
    .action(importAnswers);
}

async function exportAnswers(file: string | undefined, { bot }: { bot: string }): Promise<void> {
  await withStore(async (store) => {
    const { id } = await findBot(store, bot);
    const { version, book } = (await store.answers.newest(id)) ?? { version: 0, book: emptyBook };
    const text = writeBookFile(book, version);
    if (file === undefined) return printText(text.trimEnd());
    await writeFile(file, text);
    note(`Written to ${file}.`);
  });
}

interface ImportOptions {
  bot: string;
  check?: boolean;
  force?: boolean;
}

async function importAnswers(
  file: string,
  { bot, check = false, force = false }: ImportOptions,
): Promise<void> {
  const text = (file === "-" ? await readStdin() : await readFile(file)).toString("utf8");
  await withStore(async (store) => {
    const { id, orderNumberFormat, timeZone } = await findBot(store, bot);
    const { book, faults } = readBookFile(text, orderNumberFormat);
    if (!book) throw refused(faults.map(inOneLine));
    const newest = (await store.answers.newest(id))?.version ?? 0;
    const seen = (force ? null : readFileVersion(text)) ?? newest;
    const deps = { answers: store.answers, bot: { id, orderNumberFormat, timeZone } };
    print(tell(await replaceBook(deps, { seen, book, what: "imported", isCheck: check }), check));
  });
}

async function findBot({ bots }: Pick<Store, "bots">, id: string): Promise<Bot> {
  const bot = await bots.find(id);
  if (!bot) throw noSuchBot(id);
  return bot;
}

function tell(written: Written, isCheck: boolean): string {
  switch (written.outcome) {
    case "saved": {
      if (!written.isChanged) return "Nothing changes: the same stands there already.";
      const { answers, examples } = countChanges(written.before, written.book);
      const changes = `${count(answers, "answer")}, ${count(examples, "example")}`;
      return isCheck
        ? `It would change ${changes}; nothing is changed. Leave out --check to change it.`
        : `Changed: ${changes}. Live as version ${written.version}; ${answerLimits.versions} versions are kept to go back to in the console.`;
    }
    case "invalid":
      throw refused(written.faults.map(inOneLine));
    case "conflicts":
      throw refused(
        written.conflicts.map(
          ({ text, was, becomes }) =>
            `With a new example “${text}” would mean ${becomes} and no longer ${was}.`,
        ),
      );
    case "newer":
      throw new CommandError(
        `Nothing is changed: the answers were changed since by ${written.newest.createdBy} at ${written.newest.createdAt.toISOString()}. Export again, or import with --force.`,
      );
    case "not_found":
      throw new CommandError(`Nothing is changed: there is no such ${written.what} any more.`);
  }
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;

const inOneLine = ({ pointer, message }: { pointer: string; message: string }) =>
  pointer ? `${message} (${pointer})` : message;

function refused(why: readonly string[]): CommandError {
  return new CommandError(`Nothing is changed. ${why.join(" ")}`);
}
