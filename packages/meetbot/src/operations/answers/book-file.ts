import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import { answerLimits, answerVariables } from "@meetbot/model/answers/answer-limits.ts";
import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import { catalog } from "@meetbot/model/topics/catalog.ts";
import { customerLocales } from "@meetbot/presentation";
import { stringify } from "yaml";
import { parseYaml } from "./parse-yaml.ts";
import { type ReadBook, readBook } from "./read-book.ts";
import { writeBook } from "./write-book.ts";

const idsInLines = wrap(catalog.map(({ id }) => id));
const variables = answerVariables.map((name) => `{${name}}`).join(", ");

const head = ` What a bot of Meetbot answers in the shop's own words.

 answers: by topic, a text in each language (${customerLocales.join(", ")}) of up to ${answerLimits.textLength} characters.
   In it may stand ${variables}.
   Up to ${answerLimits.buttons} buttons below it: kind link (title, url), kind order (title) or kind person.
   valid_from and valid_until are days such as 2026-12-24, or null.
 The topics that every bot knows:
${idsInLines.map((line) => `   ${line}`).join("\n")}
 own_topics: what else your customers ask. Each has an id (own_ and a word), a name, and examples of how it is asked.
 taught: sentences, and what they mean: order, package, person, nothing or a topic.

 Importing this file replaces all of it. One fault, and nothing is changed. Emails, numbers and names in
 examples are masked as they are stored.`;

function wrap(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length > 90) lines.push(word);
    else lines[lines.length - 1] = `${line}, ${word}`;
  }
  return lines;
}

/** Formats a book as a YAML file for people, whose head lists what it may contain and which version it is. */
export function writeBookFile(book: AnswerBook, version: number): string {
  const comment = `${head}\n\n version: ${version}`
    .split("\n")
    .map((line) => `#${line}\n`)
    .join("");
  return `${comment}\n${stringify(writeBook(book), { lineWidth: 0 })}`;
}

/**
 * Returns the version that a file was written from, from the comment at its top; `null` if the file does not state one.
 */
export function readFileVersion(text: string): number | null {
  for (const line of text.split("\n", maxHeadLines)) {
    if (!line.startsWith("#") && line.trim() !== "") return null;
    const version = /^# version: (\d{1,9})\r?$/.exec(line)?.[1];
    if (version !== undefined) return Number(version);
  }
  return null;
}

const maxHeadLines = 100;

/** Parses such a file, from any author. Each fault names its line. */
export function readBookFile(text: string, format: OrderNumberFormat | null): ReadBook {
  const refuse = (pointer: string, message: string): ReadBook => ({
    book: null,
    faults: [{ pointer, message }],
  });
  if (Buffer.byteLength(text) > answerLimits.fileBytes) {
    return refuse(
      "",
      `The file has more than ${answerLimits.fileBytes / 1024} KB. Take out what is not needed.`,
    );
  }
  const { value, fault, ...parsed } = parseYaml(text);
  if (fault) return refuse("", `Line ${fault.line}: ${fault.message}`);
  const read = readBook(value, format);
  if (read.book || !("lineOf" in parsed)) return read;
  const faults = read.faults.map(({ pointer, message }) => ({
    pointer,
    message: `Line ${parsed.lineOf(pointer)}: ${message}`,
  }));
  return { book: null, faults };
}
