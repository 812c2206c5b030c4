import {
  type NumberKind,
  numberFillers,
  numberJoints,
  numberTails,
  numberWords,
} from "../lexicon/number-words.ts";
import type { Span } from "../span.ts";
import { hasCarrierShape } from "./carrier-shapes.ts";
import { findTokens, isClear, isMeasure, isPersonalOrDate } from "./number-token.ts";

/** How far a word reaches to the number after it, in characters. */
const reach = 24;
/** How far a word reaches back to the number before it. */
const reachBack = 8;
/** A package number is longer: whoever asks for "1042的物流" names the order. */
const minPackageLength = 5;

interface Cue extends Span {
  kind: NumberKind;
}

const kinds: readonly NumberKind[] = ["other", "package", "order"];
const cueWords = new RegExp(
  kinds
    .map(
      (kind) =>
        `(?<${kind}>(?<![a-z](?=[a-z]))(?:${numberWords[kind].join("|")})(?!(?<=[a-z])[a-z]))`,
    )
    .join("|"),
  "g",
);
const onlyFillers = new RegExp(`^(?:${numberFillers})*$`);
const onlyTails = new RegExp(`^(?:${numberTails})*$`);
/** A web address that the text before a token is inside of; looked for this far back. */
const webAddressBefore = /(?:https?:\/\/|www\.)[^\s,<>"'。]*$/;
const webAddressReach = 200;
const sentenceEnd = /[.!?。;\n](?:\s|$)|[!?。\n]/;

function findCues(text: string): Cue[] {
  return Array.from(text.matchAll(cueWords), (match) => ({
    kind: kinds.find((kind) => match.groups?.[kind] !== undefined) ?? "other",
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** What a cue says of a token, and whether it stands right beside it. */
interface Verdict {
  kind: NumberKind;
  beside: boolean;
}

/** Weighs the last cue before a token and the first one after it. */
function readCues(
  text: string,
  left: Cue | undefined,
  token: Span,
  right: Cue | undefined,
): Verdict | null {
  const gap = left ? text.slice(left.end, token.start) : "";
  const leftReaches = left !== undefined && gap.length <= reach && !sentenceEnd.test(gap);
  if (leftReaches && onlyFillers.test(gap)) return { kind: left.kind, beside: true };
  const tail = right ? text.slice(token.end, right.start) : "";
  if (right && tail.length <= reachBack && onlyTails.test(tail)) {
    return { kind: right.kind, beside: true };
  }
  return leftReaches ? { kind: left.kind, beside: false } : null;
}

function kindOf(text: string, token: Span, verdict: Verdict | null): NumberKind {
  if (verdict?.kind === "other") return "other";
  if (hasCarrierShape(token.value)) {
    return verdict?.kind === "order" && verdict.beside ? "order" : "package";
  }
  if (verdict?.beside) {
    const isTooShort = verdict.kind === "package" && token.value.length < minPackageLength;
    return isTooShort ? "order" : verdict.kind;
  }
  const before = text.slice(Math.max(0, token.start - webAddressReach), token.start);
  if (webAddressBefore.test(before)) return "other";
  if (before.endsWith("#")) return "order";
  if (!isClear(token.value) || isPersonalOrDate(text, token)) return "other";
  return verdict?.kind ?? "order";
}

/** A word glued to its number (`order12345`) is no part of it. */
function withoutGluedCue(token: Span, cue: Cue | undefined): Span {
  if (cue?.start !== token.start || hasCarrierShape(token.value)) return token;
  const value = token.value.slice(cue.value.length);
  return /^\d{3,}$/.test(value) ? { value, start: cue.end, end: token.end } : token;
}

/** Finds order numbers and package numbers; each number is in one list only, where it first stands. */
export function findIdentifiers(text: string): { orderNumbers: Span[]; packageNumbers: Span[] } {
  const found: Record<NumberKind, Span[]> = { order: [], package: [], other: [] };
  const tokens = findTokens(text);
  const cues = tokens.length > 0 ? findCues(text) : [];
  const known = new Set<string>();
  let next = 0;
  let previous: { kind: NumberKind; end: number } | null = null;
  for (const run of tokens) {
    while ((cues[next]?.end ?? Number.POSITIVE_INFINITY) <= run.start) next += 1;
    const token = withoutGluedCue(run, cues[next]);
    if (token !== run) next += 1;
    if (isMeasure(text, token)) continue;
    // A cue inside the token (`ups` in `ups11012`) says nothing that its form does not say.
    const right = cues[next]?.start === token.start ? cues[next + 1] : cues[next];
    let kind = kindOf(text, token, readCues(text, cues[next - 1], token, right));
    const joint = previous ? text.slice(previous.end, token.start) : "";
    if (kind === "other" && previous && numberJoints.test(joint)) kind = previous.kind;
    previous = { kind, end: token.end };
    if (kind === "other" || known.has(token.value)) continue;
    known.add(token.value);
    found[kind].push(token);
  }
  return { orderNumbers: found.order, packageNumbers: found.package };
}
