import {
  ambiguousNumberWord,
  carrierTail,
  type NumberKind,
  numberFillers,
  numberTails,
  numberWords,
  verbBefore,
} from "../lexicon/number-words.ts";
import type { Span } from "../text/span.ts";
import { carriers } from "./carriers.ts";

/** How far a word reaches to the number after it, in characters. */
export const reach = 24;
/** How far a word reaches back to the number before it. */
export const reachBack = 8;
/** A word that shows the kind of a number near it. */
export interface Cue extends Span {
  kind: NumberKind;
}

const carrierWords = carriers.flatMap(({ words }) => words).join("|");
const kinds: readonly NumberKind[] = ["other", "package", "order"];
const patterns: Readonly<Record<NumberKind, readonly string[]>> = {
  ...numberWords,
  package: [...numberWords.package, `(?:${carrierWords})${carrierTail}`],
};
const cueWords = new RegExp(
  kinds
    .map(
      (kind) => `(?<${kind}>(?<![a-z](?=[a-z]))(?:${patterns[kind].join("|")})(?!(?<=[a-z])[a-z]))`,
    )
    .join("|"),
  "g",
);
const onlyFillers = new RegExp(`^(?:${numberFillers})*$`);
const onlyTails = new RegExp(`^(?:${numberTails})*$`);
/** Without "number", "order" may be a verb. */
const bareOrder = /^order[ _-]?$/;
/** Words after which a dot does not end a sentence: "order no. 4471". */
const abbreviated = /\b(?:no|nr|num)$/;
/** "No refund, where is …": the text after the comma is about something else, unless it is only a number. */
const clauseEnd = /[,，;；]/;
const sentenceEnd = /[.!?。;\n](?:\s|$)|[!?。\n]/;

/** Finds all words in a text that show the kind of a number. */
export function findCues(text: string): Cue[] {
  const cues: Cue[] = [];
  for (const match of text.matchAll(cueWords)) {
    const kind = kinds.find((kind) => match.groups?.[kind] !== undefined) ?? "other";
    const cue = { kind, value: match[0], start: match.index, end: match.index + match[0].length };
    if (
      bareOrder.test(cue.value) &&
      verbBefore.test(text.slice(Math.max(0, cue.start - 8), cue.start))
    )
      continue;
    cues.push(namesPackage(cue, cues.at(-1)) ? { ...cue, kind: "package" } : cue);
  }
  return cues;
}

/** In "发的顺丰，单号是…" the number is the package's. */
function namesPackage(cue: Cue, before: Cue | undefined): boolean {
  const isNear = before?.kind === "package" && cue.start - before.end <= reachBack;
  return isNear && cue.value === ambiguousNumberWord;
}

/** The kind that a cue gives a token, and whether the cue is directly next to it. */
export interface NumberVerdict {
  kind: NumberKind;
  beside: boolean;
  /** Whether the word is 单号 alone: for an order, or for a package if the number looks like one. */
  isAmbiguous: boolean;
}

/** Weighs the last cue before a token and the first one after it. */
export function readCues(
  text: string,
  left: Cue | undefined,
  token: Span,
  right: Cue | undefined,
): NumberVerdict | null {
  const gap = left ? text.slice(left.end, token.start) : "";
  const leftReaches = left !== undefined && gap.length <= reach && !sentenceEnd.test(gap);
  const isBeside = leftReaches || (left && abbreviated.test(left.value) && gap.length <= reach);
  if (isBeside && onlyFillers.test(gap)) return verdictOf(left, true);
  const tail = right ? text.slice(token.end, right.start) : "";
  if (right && tail.length <= reachBack && onlyTails.test(tail)) {
    return verdictOf(right, true);
  }
  const isOfAnotherClause = left?.kind === "other" && clauseEnd.test(gap);
  return leftReaches && !isOfAnotherClause ? verdictOf(left, false) : null;
}

const verdictOf = ({ kind, value }: Cue, beside: boolean): NumberVerdict => ({
  kind,
  beside,
  isAmbiguous: value === ambiguousNumberWord,
});
