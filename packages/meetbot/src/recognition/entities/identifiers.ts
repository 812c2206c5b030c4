import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import {
  type NumberKind,
  numberJoints,
  orderPrefix,
  shortNumberWord,
} from "../lexicon/number-words.ts";
import type { Span } from "../text/span.ts";
import { type CarrierFinding, carrierOfWord, findCarrier } from "./find-carrier.ts";
import { isDistinctive } from "./formatted-number.ts";
import {
  type Cue,
  findCues,
  type NumberVerdict,
  reach,
  reachBack,
  readCues,
} from "./number-cues.ts";
import {
  findTokens,
  isClear,
  isInWebAddress,
  isMeasure,
  isPersonalOrDate,
  isRandomCode,
  minLength,
} from "./number-token.ts";

/** Next to a number this short, a number of one or two digits is of the same kind. */
const shortLength = 4;
/** A package number is longer: a customer who asks for "1042的物流" names the order. */
const minPackageLength = 5;

/** A package number, with its carrier if its format or a word shows it. */
export interface PackageSpan extends Span {
  carrier: string | null;
}

/** Numbers of the shop's own format, found before, and that format. */
export interface Formatted {
  format: OrderNumberFormat;
  numbers: readonly Span[];
}

/** An order's word with the sign of a number. */
const orderSign = /(?:orders?|purchases?|订单|单号) ?#$/;
/** Returns the kind of a token in the shop's own format; null where the words around it must decide. */
function kindOfFormatted(
  format: OrderNumberFormat,
  verdict: NumberVerdict | null,
  isInWebAddress: boolean,
): NumberKind | null {
  if (isDistinctive(format)) return "order";
  return verdict?.beside || isInWebAddress ? null : "order";
}

/** What the customer wrote: folded, and in their own letter case. */
interface Texts {
  text: string;
  written: string;
}

function kindOf(
  { text, written }: Texts,
  token: Span,
  verdict: NumberVerdict | null,
  { form }: CarrierFinding,
  formatted: Formatted | null,
  isOwn: boolean,
): NumberKind {
  const isInAddress = isInWebAddress(text, token.start);
  const own = isOwn && formatted && kindOfFormatted(formatted.format, verdict, isInAddress);
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
  if (isInAddress) return "other";
  if (text.startsWith("#", token.start - 1)) return "order";
  // A shop with a known order number format does not use these prefixes.
  if (!formatted && orderPrefix.test(token.value)) return "order";
  // A typo: the bot queries the shop, which answers that it does not know the number.
  if (form === "broken") return "package";
  const isCode = isClear(token.value) || isRandomCode(written, token.start, token.end);
  if (!isCode || isPersonalOrDate(text, token)) return "other";
  return verdict?.kind ?? "order";
}

/** A number of one or two digits is an order number only right after a word for it, or next to another order number. */
function isTooShort(text: string, { value, start }: Span, joins: boolean): boolean {
  if (value.length >= minLength) return false;
  if (!/^\d+$/.test(value)) return true;
  const before = text.slice(Math.max(0, start - 12), start).replace(/[\s:.]{1,4}$/, "");
  // For one digit, the sign alone is not enough: "your #1 fan".
  const isNumbered = value.length > 1 || !before.endsWith("#") ? shortNumberWord : orderSign;
  return !isNumbered.test(before) && !joins;
}

/** Removes a word that is glued to its number (`order12345`). */
function withoutGluedCue(token: Span, cue: Cue | undefined, { form }: CarrierFinding): Span {
  if (cue?.start !== token.start || form === "certain") return token;
  const value = token.value.slice(cue.value.length);
  return /^\d{3,}$/.test(value) ? { value, start: cue.end, end: token.end } : token;
}

/** Returns all runs that may be numbers, in order; a run in the shop's format replaces others. */
function withFormatted(tokens: Span[], numbers: readonly Span[]): Span[] {
  let next = 0;
  const free = tokens.filter(({ start, end }) => {
    while ((numbers[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return (numbers[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
  return [...free, ...numbers].sort((a, b) => a.start - b.start);
}

/** Returns the carrier of a package: by the number itself, the words around it, or its likely form. */
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

/**
 * Finds order numbers and package numbers. Each number is in only one list, at its first occurrence. `written` is the
 * text in the customer's letter case.
 */
export function findIdentifiers(
  text: string,
  formatted: Formatted | null = null,
  written = text,
): { orderNumbers: Span[]; packageNumbers: PackageSpan[] } {
  const orderNumbers: Span[] = [];
  const packageNumbers: PackageSpan[] = [];
  const own = new Set(formatted?.numbers);
  const tokens = withFormatted(findTokens(text, 1, written), formatted?.numbers ?? []);
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
    // A cue inside the token (`ups` in `ups11012`) adds nothing to what the token's form shows.
    const right = cues.slice(next, next + 9).find(({ start }) => start >= token.end);
    const verdict = readCues(text, cues[next - 1], token, right);
    let kind = kindOf({ text, written }, token, verdict, finding, formatted, isOwn);
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
