import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import { stageOf } from "./stage-of.ts";
import type { Stage } from "./stages.ts";

/** The length of the longest known status, in words and, for Chinese, in characters. */
const maxWords = 6;
const maxCharacters = 8;

/** A longer sentence asks for more than the meaning of a status. */
const maxQuestionLength = 120;

/** A stage, and the status by which a sentence names it. */
export interface NamedStage {
  stage: Stage;
  status: string;
}

/** The stage that a sentence names, as a shop or this language's cards write it: the longest name in it. */
export function stageNamed(sentence: string, locale: CustomerLocale): NamedStage | undefined {
  if (sentence.length > maxQuestionLength) return undefined;
  const names = namesIn(sentence).sort((one, other) => other.length - one.length);
  for (const status of names) {
    const read = stageOf(status, "package") ?? stageOf(status, "order");
    const stage = read?.stage ?? ownStage(status, locale);
    if (stage) return { stage, status };
  }
  return undefined;
}

const plain = (name: string) => name.normalize("NFKC").toLowerCase().trim();

/**
 * Finds a stage by its name on the cards or the beginning of that name: “awaiting pickup” for “awaiting pickup by the
 * carrier”.
 */
function ownStage(name: string, locale: CustomerLocale): Stage | undefined {
  const { stages } = languages[locale].cards;
  return (Object.keys(stages) as Stage[]).find((stage) => {
    const called = plain(stages[stage]);
    return called === plain(name) || (name.includes(" ") && called.startsWith(`${plain(name)} `));
  });
}

/** All that may be a name in it: some words in a row, or some characters where there are no spaces. */
function namesIn(sentence: string): string[] {
  const words = sentence.match(/[\p{L}\p{N}_-]+/gu) ?? [];
  const latin = words.flatMap((_, from) =>
    Array.from({ length: maxWords }, (_, more) => words.slice(from, from + more + 1).join(" ")),
  );
  const runs = sentence.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu) ?? [];
  const han = runs.flatMap((run) =>
    Array.from(run).flatMap((_, from) =>
      Array.from({ length: maxCharacters - 1 }, (_, more) => run.slice(from, from + more + 2)),
    ),
  );
  return [...new Set([...latin, ...han])];
}
