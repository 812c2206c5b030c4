import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import { expandGrammar } from "./expand-grammar.ts";
import { type GrammarFile, parseGrammar, type Template } from "./parse-grammar.ts";
import { pick, type Random } from "./random.ts";

/** An utterance to learn from, or to be measured on. */
export interface Sample {
  text: string;
  language: GrammarLanguage;
  intent: Intent;
  template: Template;
}

/** What joins two sentences of one message, in each language. */
const joints = { en: [", ", " ", ". ", "! ", "\n"], zh: ["，", " ", "。", "", "！"] };

/** Files whose lines want nothing: beside a request they leave it what it is. */
const asideFiles = /^other--(acknowledge|fragment|numbers|short|statement)\.txt$/;

export type GrammarLanguage = keyof typeof joints;
export const grammarLanguages: readonly GrammarLanguage[] = ["en", "zh"];

/** Reads the files of one language, in the order of their names' code points. */
export function readGrammarFiles(folder: string, language: GrammarLanguage): GrammarFile[] {
  const path = join(folder, language);
  const names = readdirSync(path).filter((name) => name.endsWith(".txt"));
  return names.sort().map((name) => ({ name, text: readFileSync(join(path, name), "utf8") }));
}

/** Utterances of each template, and longer ones that greet first or say two things. */
export function drawSamples(
  files: readonly GrammarFile[],
  language: GrammarLanguage,
  perTemplate: number,
  random: Random,
): Sample[] {
  const samples = expandGrammar(parseGrammar(files), perTemplate, random).map((sample) => ({
    ...sample,
    language,
  }));
  const of = (...intents: Intent[]) => samples.filter(({ intent }) => intents.includes(intent));
  const orders = of("order_query", "package_track");
  const others = of("other");
  const greetings = of("greeting");
  const asides = others.filter(({ template }) => asideFiles.test(template.file));
  const join = (first: Sample, second: Sample): Sample => ({
    ...second,
    text: first.text + pick(joints[language], random) + second.text,
  });
  if (greetings.length * orders.length * asides.length === 0) return samples;
  const times = (count: number, draw: () => Sample) => Array.from({ length: count }, draw);
  return [
    ...samples,
    ...times(samples.length / 5, () =>
      join(pick(greetings, random), pick(random() < 0.5 ? orders : others, random)),
    ),
    ...times(samples.length / 10, () => join(pick(others, random), pick(others, random))),
    ...times(samples.length / 14, () => join(pick(asides, random), pick(orders, random))),
    ...times(samples.length / 33, () => {
      const order = pick(orders, random);
      return { ...order, text: join(order, pick(asides, random)).text };
    }),
  ];
}
