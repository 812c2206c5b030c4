import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import { labels } from "../src/recognition/model/intent-model.ts";
import { GrammarError, parseTemplate, type Sequence } from "./parse-template.ts";

/** One line of the grammar, ready to be expanded. */
export interface Template {
  intent: Intent;
  /** Name of its file, such as `other--refund.txt`. */
  file: string;
  source: string;
  sequence: Sequence;
  /** How many times as often as others it is expanded. */
  weight: number;
}

export type Slots = ReadonlyMap<string, readonly Sequence[]>;

export interface Grammar {
  templates: readonly Template[];
  slots: Slots;
}

/** A file of the grammar, as it was read. */
export interface GrammarFile {
  name: string;
  text: string;
}

const intents: ReadonlySet<string> = new Set(labels);

/** Reads the grammar of one language; an error names the file and the line that are wrong. */
export function parseGrammar(files: readonly GrammarFile[]): Grammar {
  const slotsFile = files.find(({ name }) => name === "slots.txt");
  const slots = slotsFile ? parseSlots(slotsFile) : new Map<string, Sequence[]>();
  const topics = files.filter(({ name }) => name !== "slots.txt");
  return { templates: topics.flatMap((file) => parseTopic(file, slots)), slots };
}

function parseSlots(file: GrammarFile): Map<string, Sequence[]> {
  const slots = new Map<string, Sequence[]>();
  let entries: Sequence[] | undefined;
  forEachLine(file, (line) => {
    const name = /^([a-z][a-z0-9-]*):\s*$/.exec(line)?.[1];
    if (name) {
      if (slots.has(name)) throw new GrammarError(`slot "${name}" is there already`);
      entries = [];
      slots.set(name, entries);
      return;
    }
    if (!line.startsWith("  ")) throw new GrammarError("neither a slot's name nor its entry");
    if (!entries) throw new GrammarError("an entry before the first slot");
    const entry = parseTemplate(line.slice(2));
    checkSlots(entry, new Map());
    entries.push(entry);
  });
  return slots;
}

function parseTopic(file: GrammarFile, slots: Slots): Template[] {
  const [intent = ""] = file.name.replace(/\.txt$/, "").split("--");
  if (!intents.has(intent)) throw new GrammarError(`${file.name}: "${intent}" is no intent`);
  const templates: Template[] = [];
  forEachLine(file, (line) => {
    const [, source = "", times = "1"] = /^(.*?)(?:\s*\*(\d+))?$/.exec(line.trim()) ?? [];
    const sequence = parseTemplate(source);
    checkSlots(sequence, slots);
    const weight = Number(times);
    templates.push({ intent: intent as Intent, file: file.name, source, sequence, weight });
  });
  return templates;
}

function checkSlots(sequence: Sequence, slots: Slots): void {
  for (const piece of sequence) {
    if (piece.kind === "choice") for (const option of piece.options) checkSlots(option, slots);
    if (piece.kind === "slot" && !slots.get(piece.name)?.length) {
      throw new GrammarError(`slot "${piece.name}" is empty, not known, or inside of a slot`);
    }
  }
}

function forEachLine(file: GrammarFile, read: (line: string) => void): void {
  for (const [index, line] of file.text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    try {
      read(line);
    } catch (error) {
      if (!(error instanceof GrammarError)) throw error;
      throw new GrammarError(`${file.name}:${index + 1}: ${error.message}`);
    }
  }
}
