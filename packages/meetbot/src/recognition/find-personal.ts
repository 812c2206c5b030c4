import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import { findBareIdentifier } from "./entities/bare-identifier.ts";
import { findEmails } from "./entities/email.ts";
import { findFormattedNumbers } from "./entities/formatted-number.ts";
import { findIdentifiers } from "./entities/identifiers.ts";
import { findTokens, isMeasure, minLength } from "./entities/number-token.ts";
import { findPhoneLike } from "./entities/phone.ts";
import { normalize } from "./text/normalize.ts";
import { replaceSpans, type Span } from "./text/span.ts";

/** A part of a text that identifies its person or order. Offsets are the text's own. */
export interface Personal {
  kind: "email" | "number";
  /** The normalized value: in plain characters, with a spelled-out address joined. */
  value: string;
  start: number;
  end: number;
}

/** Matches anything with the sign of an email address, even if it is incomplete or longer than an address. */
const looseEmail = /(?<![^\s@<>"',;:()])[^\s@<>"',;:()]+@[^\s@<>"',;:()]+/g;

/** Digits of any script, as many as a telephone, order or card number has, also in groups. */
const longNumber = /\p{Nd}(?:[ -]?\p{Nd}){5,}/gu;

/** Groups joined by dots, as telephone and card numbers are; three that may be a date or an amount are none. */
const dottedNumber =
  /(?<![\p{Nd}.])(?!\p{Nd}{1,4}\.\p{Nd}{1,2}\.\p{Nd}{1,4}(?![\p{Nd}.]))\p{Nd}{2,4}(?:\.\p{Nd}{2,4}){2,5}(?![\p{Nd}.])/gu;

/** A long word with a digit in it. */
const longWord = /(?<![\w#-])(?=[a-z_#-]*\d)[\w#-]{6,}/g;

/**
 * Finds personal data to hide from readers who may not see whom a text is about. Reads the same spellings as
 * recognition, so that none is understood but left visible: `ｌｅｎａ＠ｐｏｓｔｅｏ．ｎｅｔ`, `lena (at) posteo dot net`. Also
 * includes everything that might be personal: hiding too much costs little. With the shop's own `format`, finds the
 * short numbers that only the format reveals.
 */
export function findPersonal(written: string, format: OrderNumberFormat | null = null): Personal[] {
  const normalized = normalize(written);
  const found: Personal[] = [];
  let rest = normalized.text;
  const take = (kind: Personal["kind"], spans: readonly Span[]) => {
    rest = replaceSpans(rest, spans, ({ start, end }) => "\n".repeat(end - start));
    for (const { value, start, end } of spans) {
      found.push({ kind, value, ...normalized.locate(start, end) });
    }
  };
  const { folded } = normalized;
  take("email", findEmails(rest));
  take("email", matches(rest, looseEmail, folded));
  if (format) take("number", findFormattedNumbers(readable(rest, folded), format));
  take("number", findShortNumbers(rest, folded));
  take(
    "number",
    findPhoneLike(rest).map(({ start, end }) => withLastToken(toSpan(folded, start, end))),
  );
  take("number", matches(rest, longNumber, folded).map(withLastToken));
  take("number", matches(rest, dottedNumber, folded).map(withLastToken));
  take("number", matches(rest, longWord, folded).map(withLastToken));
  const tokens = findTokens(rest, minLength, folded).filter((token) => !isMeasure(rest, token));
  take(
    "number",
    tokens.map(({ start, end }) => withLastToken(toSpan(folded, start, end))),
  );
  // `12 34` alone is a number in groups, although no group is long.
  const bare = findBareIdentifier({ ...normalized, text: rest });
  if (bare !== null) return [{ kind: "number", value: bare, start: 0, end: written.length }];
  return found.sort((one, other) => one.start - other.start);
}

/** Finds order numbers of one or two digits by the words around them (`order no. 7`), not by length. */
const findShortNumbers = (text: string, folded: string): Span[] =>
  findIdentifiers(text)
    .orderNumbers.filter(({ value }) => value.length < minLength)
    .map(({ start, end }) => toSpan(folded, start, end));

function matches(text: string, pattern: RegExp, folded: string): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) =>
    toSpan(folded, index, index + length),
  );
}

/**
 * Groups that stand together may each be a number by itself, and `order1042` is one with a word glued to it: code that
 * shows the end of a number must not show all of the last, nor one before it that the end happens to hold.
 */
function withLastToken(span: Span): Span {
  const groups = span.value.split(/[ -]/);
  const end = groups.at(-1) ?? "";
  if (groups.slice(0, -1).some((group) => end.includes(group))) return { ...span, value: end };
  const last = findTokens(span.value.toLowerCase()).at(-1)?.value ?? span.value;
  const digits = /^[a-z_-]+(\d+)$/.exec(last)?.[1] ?? last;
  return { ...span, value: span.value.slice(-digits.length) };
}

/** Returns the text that no match has claimed yet, in its original letter case. */
function readable(rest: string, folded: string): string {
  return rest.replace(/[^\n]/g, (_, index: number) => folded.charAt(index));
}

/** Keeps the letter case as written, because order numbers are compared by it. */
function toSpan(folded: string, start: number, end: number): Span {
  return { value: folded.slice(start, end), start, end };
}
