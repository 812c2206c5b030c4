import {
  currencyAfter,
  currencyBefore,
  numberFillers,
  numberTails,
  phoneWords,
} from "../lexicon/number-words.ts";
import type { Span } from "../text/span.ts";
import { type Cue, findCues, readCues } from "./number-cues.ts";
import { isInWebAddress } from "./number-token.ts";
import { readPhone } from "./read-phone.ts";

/** A telephone number in a text; `isSure` if nothing else is written like it or a word confirms it. */
interface PhoneSpan extends Span {
  isSure: boolean;
}

/** The most candidates to read in a text, even a hostile one: each costs some 30 µs. */
const maxRead = 40;

/** ASCII digits, and the two kinds that Arabic and Persian keyboards write. Other scripts' are read nowhere. */
const digit = String.raw`[\d\u0660-\u0669\u06f0-\u06f9]`;
const gap = String.raw`[ ()./·\u2010-\u2015\u2212-]`;
const chain = `[+(]{0,2}${digit}(?:${gap}{0,3}${digit}){5,80}`;
/**
 * Matches each complete chain of digits with at most three separators between two of them, not adjacent to a letter,
 * digit or sign of an identifier. Capturing in the look-ahead prevents backtracking into a chain.
 */
const chains = new RegExp(
  String.raw`(?<![\p{Nd}\p{Script=Latin}_@#/=-])(?<!${digit}${gap}{1,3})(?=(${chain}))\1(?!${gap}{0,3}\p{Nd}|[\p{Script=Latin}_@])`,
  "gu",
);

/** An extension in a shared building, which does not identify one customer. */
const extension =
  /^[ ,;-]{0,3}(?:x|ext|extn|extension|#|转|分机|内线|durchwahl|apparat|int|interno|anexo|extensi[oó]n)[ .:=]{0,3}\p{Nd}/u;
/** Matches what continues a number with letters, such as `1-800-FLOWERS`. */
const goesOn = /^[-‐.·/]\p{Script=Latin}/u;
/** Matches `+86 138…`, and `0086 138…` in groups; without groups, the leading zeros may belong to an order number. */
const international = /^\(?(?:\+|00\d{1,3}[^\d])/;
/** `(415) 555-2671`: the area in brackets. */
const areaInBrackets = /\([^()]{1,6}\)./;

const date =
  /(?<!\d)(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}(?!\d)|(?<!\d)\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d(?!\d)/;

const phoneWordBefore = new RegExp(`(?:${phoneWords})(?:${numberFillers}){0,8}$`);
const phoneWordAfter = new RegExp(`^(?:${numberTails}){0,8}(?:${phoneWords})(?![a-z])`);

/** How far from a number a word may decide its kind, in characters. */
const wordReach = 30;

/** Groups this long are a number in themselves: two of them side by side are two numbers. */
const longGroup = 7;

/**
 * Finds telephone numbers, each in E.164. National numbers are read only as numbers of `country`. Skips what a word
 * calls an order or package number, an amount or a date.
 */
export function findPhones(text: string, country: string | null): PhoneSpan[] {
  const found: PhoneSpan[] = [];
  const cues = findCues(text);
  let left = maxRead;
  for (const { 0: written, index } of text.matchAll(chains)) {
    if (date.test(written) || isNumberOfOther(text, index, index + written.length)) continue;
    for (const part of partsOf(written)) {
      if (left-- <= 0) return found;
      const value = readPhone(part.digits, country);
      if (value === null) continue;
      const span = { value, start: index + part.start, end: index + part.end };
      const isSure = judge(text, span, written, cues);
      if (isSure === null) continue;
      found.push({ ...span, isSure });
      if (!part.isOneOfSeveral) break;
    }
  }
  return found;
}

/** Fewer adjacent digits than this are a date, an amount or a part of one. */
const minTogether = 9;

/**
 * Finds everything that might be a telephone number in some country, even when the bot takes none: it identifies a
 * person.
 */
export function findPhoneLike(text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(chains), ({ 0: written, index }) => ({
    ...{ written, start: index + written.search(/\p{Nd}/u), end: index + written.length },
  })).filter(
    ({ written }) => (written.match(/\p{Nd}/gu) ?? []).length >= minTogether && !date.test(written),
  );
}

/**
 * Checks whether the surrounding text makes the number an amount, part of a web address, or part of a longer number.
 */
function isNumberOfOther(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 20);
  return (
    currencyBefore.test(text.slice(Math.max(0, start - 5), start)) ||
    currencyAfter.test(after) ||
    extension.test(after) ||
    goesOn.test(after) ||
    /^,\d/.test(after) ||
    isInWebAddress(text, start)
  );
}

/** Checks whether the digits are surely a telephone number; `null` when a word right beside them says otherwise. */
function judge(
  text: string,
  { start, end }: Pick<Span, "start" | "end">,
  written: string,
  cues: readonly Cue[],
): boolean | null {
  if (international.test(written) || areaInBrackets.test(written)) return true;
  if (phoneWordBefore.test(text.slice(Math.max(0, start - wordReach), start))) return true;
  if (phoneWordAfter.test(text.slice(end, end + wordReach))) return true;
  const left = cues.findLast((cue) => cue.end <= start);
  const right = cues.find((cue) => cue.start >= end);
  const verdict = readCues(text, left, { value: "", start, end }, right);
  return verdict?.beside ? null : false;
}

interface Part {
  digits: string;
  /** Within the chain. */
  start: number;
  end: number;
  /** Others of the chain may be numbers too. */
  isOneOfSeveral: boolean;
}

/**
 * Returns the parts of a chain that may be one number, the likeliest first: the whole chain; after `+`, ever fewer
 * groups from the start, which keeps the country code; otherwise each group that is long enough by itself.
 */
function partsOf(written: string): Part[] {
  const groups = Array.from(written.matchAll(/[^\s()./·\u2010-\u2015\u2212+-]+/g), (group) => ({
    digits: toAscii(group[0]),
    start: group.index,
    end: group.index + group[0].length,
  }));
  const isInternational = /^\(?\+/.test(written);
  const upTo = (count: number): Part => ({
    digits: (isInternational ? ["+", ...digitsOf(groups, count)] : digitsOf(groups, count)).join(
      "",
    ),
    start: 0,
    end: groups[count - 1]?.end ?? 0,
    isOneOfSeveral: false,
  });
  if (isInternational) return groups.map((_, left) => upTo(groups.length - left));
  const long = groups.filter(({ digits }) => digits.length >= longGroup);
  const each = groups.length > 1 ? long.map((group) => ({ ...group, isOneOfSeveral: true })) : [];
  return [upTo(groups.length), ...each];
}

const digitsOf = (groups: readonly Pick<Part, "digits">[], count: number) =>
  groups.slice(0, count).map(({ digits }) => digits);

/** In all three scripts, the digits' codes are consecutive, so subtracting an offset gives the ASCII digit. */
function toAscii(digits: string): string {
  return digits.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (one) =>
    String((one.charCodeAt(0) & 0xff) - (one < "\u06f0" ? 0x60 : 0xf0)),
  );
}
