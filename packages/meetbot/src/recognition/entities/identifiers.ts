import type { OrderNumberFormat } from "../../model/bot/order-number-format.ts";
import {
  ambiguousNumberWord,
  carrierTail,
  type NumberKind,
  numberFillers,
  numberJoints,
  numberTails,
  numberWords,
  orderPrefix,
  shortNumberWord,
  verbBefore,
} from "../lexicon/number-words.ts";
import type { Span } from "../text/span.ts";
import { carriers } from "./carriers.ts";
import { type CarrierFinding, carrierOfWord, findCarrier } from "./find-carrier.ts";
import { isDistinctive } from "./formatted-number.ts";
import { findTokens, isClear, isMeasure, isPersonalOrDate, minLength } from "./number-token.ts";

/** How far a word reaches to the number after it, in characters. */
const reach = 24;
/** How far a word reaches back to the number before it. */
const reachBack = 8;
/** Beside a number as short as this, one of one or two digits is another of its kind. */
const shortLength = 4;
/** A package number is longer: whoever asks for "1042的物流" names the order. */
const minPackageLength = 5;

interface Cue extends Span {
  kind: NumberKind;
}

/** A package number and, where its form or a word tells, whose. */
export interface PackageSpan extends Span {
  carrier: string | null;
}

/** Numbers of the shop's own format, found before, and that format. */
export interface Formatted {
  format: OrderNumberFormat;
  numbers: readonly Span[];
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
/** A web address that the text before a token is inside of; looked for this far back. */
const webAddressBefore = /$(?<=(?:https?:\/\/|www\.)[^\s,<>"'。]*)/;
const webAddressReach = 200;
/** Without "number", it may be a verb. */
const bareOrder = /^order[ _-]?$/;
/** An order's word with the sign of a number. */
const orderSign = /(?:orders?|purchases?|订单|单号) ?#$/;
/** Words that a dot follows without ending a sentence: "order no. 4471". */
const abbreviated = /\b(?:no|nr|num)$/;
/** "No refund, where is …": what comes behind it is of something else, unless it is only a number. */
const clauseEnd = /[,，;；]/;
const sentenceEnd = /[.!?。;\n](?:\s|$)|[!?。\n]/;

function findCues(text: string): Cue[] {
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

/** What a cue says of a token, and whether it stands right beside it. */
interface Verdict {
  kind: NumberKind;
  beside: boolean;
  /** 单号 alone: of an order, or of a package where the number looks like one. */
  isAmbiguous: boolean;
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
  const isBeside = leftReaches || (left && abbreviated.test(left.value) && gap.length <= reach);
  if (isBeside && onlyFillers.test(gap)) return verdictOf(left, true);
  const tail = right ? text.slice(token.end, right.start) : "";
  if (right && tail.length <= reachBack && onlyTails.test(tail)) {
    return verdictOf(right, true);
  }
  const isOfAnotherClause = left?.kind === "other" && clauseEnd.test(gap);
  return leftReaches && !isOfAnotherClause ? verdictOf(left, false) : null;
}

const verdictOf = ({ kind, value }: Cue, beside: boolean): Verdict => ({
  kind,
  beside,
  isAmbiguous: value === ambiguousNumberWord,
});

/** The kind of a token that is in the shop's own format; null where its words must decide. */
function kindOfFormatted(
  format: OrderNumberFormat,
  verdict: Verdict | null,
  isInWebAddress: boolean,
): NumberKind | null {
  if (isDistinctive(format)) return "order";
  return verdict?.beside || isInWebAddress ? null : "order";
}

function kindOf(
  text: string,
  token: Span,
  verdict: Verdict | null,
  { form }: CarrierFinding,
  formatted: Formatted | null,
  isOwn: boolean,
): NumberKind {
  const before = text.slice(Math.max(0, token.start - webAddressReach), token.start);
  const isInWebAddress = webAddressBefore.test(before);
  const own = isOwn && formatted && kindOfFormatted(formatted.format, verdict, isInWebAddress);
  if (own) return own;
  if (verdict?.kind === "other" && (verdict.beside || form !== "certain")) return "other";
  if (form === "certain") return "package";
  if (form === "likely") {
    return verdict?.kind === "order" && verdict.beside && !verdict.isAmbiguous
      ? "order"
      : "package";
  }
  if (verdict?.beside) {
    const isNoPackage = verdict.kind === "package" && token.value.length < minPackageLength;
    return isNoPackage ? "order" : verdict.kind;
  }
  if (isInWebAddress) return "other";
  if (before.endsWith("#")) return "order";
  // A shop that has told how it numbers its orders has told that it does not do so.
  if (!formatted && orderPrefix.test(token.value)) return "order";
  if (form === "broken") return verdict?.kind === "package" ? "package" : "other";
  if (!isClear(token.value) || isPersonalOrDate(text, token)) return "other";
  return verdict?.kind ?? "order";
}

/** A number of one or two digits is an order's only right behind a word for its number, or beside another. */
function isTooShort(text: string, { value, start }: Span, joins: boolean): boolean {
  if (value.length >= minLength) return false;
  if (!/^\d+$/.test(value)) return true;
  const before = text.slice(Math.max(0, start - 12), start).replace(/[\s:.]{1,4}$/, "");
  // Of one digit the sign alone says nothing: "your #1 fan".
  const isNumbered = value.length > 1 || !before.endsWith("#") ? shortNumberWord : orderSign;
  return !isNumbered.test(before) && !joins;
}

/** A word glued to its number (`order12345`) is no part of it. */
function withoutGluedCue(token: Span, cue: Cue | undefined, { form }: CarrierFinding): Span {
  if (cue?.start !== token.start || form === "certain") return token;
  const value = token.value.slice(cue.value.length);
  return /^\d{3,}$/.test(value) ? { value, start: cue.end, end: token.end } : token;
}

/** All runs that may be numbers, in order; one of the shop's format takes the place of others. */
function withFormatted(tokens: Span[], numbers: readonly Span[]): Span[] {
  let next = 0;
  const free = tokens.filter(({ start, end }) => {
    while ((numbers[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return (numbers[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
  return [...free, ...numbers].sort((a, b) => a.start - b.start);
}

/** Whose package it is: by the number itself, by the words around it, or by its likely form. */
function carrierOf(
  token: Span,
  { form, carrier }: CarrierFinding,
  before: readonly Cue[],
  right: Cue | undefined,
): string | null {
  if (form === "certain") return carrier;
  const near = before.filter(({ end }) => token.start - end <= reach).reverse();
  if (right && right.start - token.end <= reachBack) near.push(right);
  const named = near.map(({ value }) => carrierOfWord(value)).find((name) => name !== null);
  return named ?? carrier;
}

/** Finds order numbers and package numbers; each number is in one list only, where it first stands. */
export function findIdentifiers(
  text: string,
  formatted: Formatted | null = null,
): { orderNumbers: Span[]; packageNumbers: PackageSpan[] } {
  const orderNumbers: Span[] = [];
  const packageNumbers: PackageSpan[] = [];
  const own = new Set(formatted?.numbers);
  const tokens = withFormatted(findTokens(text, 1), formatted?.numbers ?? []);
  const cues = tokens.length > 0 ? findCues(text) : [];
  const known = new Set<string>();
  let next = 0;
  let previous: { kind: NumberKind; end: number; isShort: boolean } | null = null;
  for (const run of tokens) {
    while ((cues[next]?.end ?? Number.POSITIVE_INFINITY) <= run.start) next += 1;
    const isOwn = own.has(run);
    const finding = findCarrier(run.value);
    const token = isOwn ? run : withoutGluedCue(run, cues[next], finding);
    if (token !== run) next += 1;
    const joint = previous ? text.slice(previous.end, token.start) : "";
    const isJoined = previous !== null && numberJoints.test(joint);
    if (isTooShort(text, token, isJoined && previous?.isShort === true)) continue;
    if (isMeasure(text, token)) continue;
    // A cue inside the token (`ups` in `ups11012`) says nothing that its form does not say.
    const right = cues.slice(next, next + 9).find(({ start }) => start >= token.end);
    const verdict = readCues(text, cues[next - 1], token, right);
    let kind = kindOf(text, token, verdict, finding, formatted, isOwn);
    if (kind === "other" && previous && isJoined) kind = previous.kind;
    previous = { kind, end: token.end, isShort: token.value.length <= shortLength };
    if (kind === "other" || known.has(token.value.toLowerCase())) continue;
    known.add(token.value.toLowerCase());
    if (kind === "order") orderNumbers.push(token);
    else {
      const before = cues.slice(Math.max(0, next - 3), next);
      packageNumbers.push({ ...token, carrier: carrierOf(token, finding, before, right) });
    }
  }
  return { orderNumbers, packageNumbers };
}
