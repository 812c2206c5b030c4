import { currencyAfter, currencyBefore, units } from "../lexicon/number-words.ts";
import type { Span } from "../text/span.ts";
import { mod10Of31 as ean, iban, luhn } from "./check-digits.ts";

/** Identifiers a customer types are this long, so that no endless run becomes a look-up. */
export const minLength = 3;
const maxLength = 64;

/**
 * A run that may be an identifier: digits in groups of four or three or each by itself, a UPS or postal
 * number written with spaces, a number with its year (`2024/0117`), or one word of letters, digits, `_`
 * and `-`.
 */
const runs =
  /\b\d(?: \d){4,31}(?![\w-])|(?<![\w/.-])(?:20\d\d\/\d{3,8}|\d{3,8}\/(?:20)?\d\d|[a-z]{1,5}[/-]\d{2,4}\/\d{2,8})(?![\w/-])|\b1z(?: ?[0-9a-z]){16}\b|\b[a-z]{2} \d{3} ?\d{3} ?\d{3} ?[a-z]{2}\b|\b\d{4}(?: \d{4}){1,9}(?: \d{1,4})?(?![\w-])|\b\d{3}(?: \d{3}){2,7}(?![\w-])|[a-z0-9]+(?:[_-]+[a-z0-9]+)*/g;

/** A random code of capitals and digits, as Vendure's order codes are; one in eight has fewer than three digits. */
const capitals = /^[A-Z\d]{12,24}$/;
/** Few words of 12 letters have five consonants in a row. */
const fiveConsonants = /[B-DF-HJ-NP-TV-XZ]{5}/;
const fourConsonants = /[B-DF-HJ-NP-TV-XZ]{4}/;
/** A digit inside: words and names have theirs at the end. */
const digitInside = /[A-Z]\d+[A-Z]/;

/** Whether a run is such a code; a customer who writes all in capitals may write any long word so. */
export function isRandomCode(written: string, start: number, end: number): boolean {
  const run = written.slice(start, end);
  if (!capitals.test(run)) return false;
  if (!fiveConsonants.test(run) && !(digitInside.test(run) && fourConsonants.test(run)))
    return false;
  const others = written.slice(0, start) + written.slice(end);
  return /[a-z]/.test(others) || !/[A-Z]/.test(others);
}

/**
 * Finds all runs with a digit that are long enough and not too long, and codes of letters alone. `written` is the text
 * in the customer's letter case.
 */
export function findTokens(text: string, shortest = minLength, written = text): Span[] {
  const found: Span[] = [];
  for (const run of text.matchAll(runs)) {
    const value = run[0].replaceAll(" ", "");
    const start = run.index;
    const end = start + run[0].length;
    if (value.length < shortest || value.length > maxLength) continue;
    if (/\d/.test(value) || isRandomCode(written, start, end)) found.push({ value, start, end });
  }
  return found;
}

const dashedDate = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{2,4})$/;
const sizeOrSpeed =
  /^\d+(?:mm|cm|m|ml|l|g|kg|mah|w|v|p|k|hz|gb|mb|tb|inch|am|pm|st|nd|rd|th|x\d+)$/;

/** Checks whether a token is an amount, a quantity, a date, a time or a part of one of these. */
export function isMeasure(text: string, { value, start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 5), start);
  const after = text.slice(end, end + 9);
  return (
    currencyBefore.test(before) ||
    currencyAfter.test(after) ||
    /^\.\d|^[:/]\d{1,4}(?!\d)|^年\d/.test(after) ||
    /\d[.:/]$/.test(before) ||
    (/^\d{3}$/.test(value) && /\d,$/.test(before)) ||
    (/^\d{1,4}$/.test(value) && units.test(after)) ||
    dashedDate.test(value) ||
    sizeOrSpeed.test(value)
  );
}

const compactDate = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** With the digits of China and the US, and such as begin with the 0 that most countries dial first. */
const phone =
  /^(?:1[3-9]\d{9}|1[3-9]\d-\d{4}-\d{4}|(?:1-)?\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|0\d{2,3}-\d{7,8}|0[1-9]\d{8,10}|0[1-9][\d-]{9,12})$/;
/** `612 345 678`: nine digits in threes, as mobile numbers are in Spain, Portugal and Poland. */
const phoneInThrees = /^[5-9]\d\d \d{3} \d{3}$/;
/** A Chinese identity card: region, date of birth, three digits, check digit. */
const identityCard = /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/;
/** A number of US social security. */
const socialSecurity = /^\d{3}-\d{2}-\d{4}$/;
const book = /^97[89]\d{10}$/;
/** A mobile phone's own number: 15 digits, a checksum, and a first pair that is in use. */
const device = /^(?:01|35|86|99)\d{13}$/;
const bankAccount = /^[a-z]{2}\d{2}[a-z0-9]{11,30}$/;
/** An article number of a large shop, or a maker's model name: `wh-1000xm4`. */
const article = /^b0[0-9a-z]{8}$|^[a-z]{1,5}-?\d{1,4}[a-z]{1,2}\d?$/;

/**
 * Checks whether a token looks like a telephone number, a date, or a number of a person or a thing. Words nearby may
 * override this.
 */
export function isPersonalOrDate(text: string, { value, start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const plain = value.replaceAll("-", "");
  return (
    /\+\d[\d ()-]*$|[+(]$/.test(before) ||
    [phone, compactDate, identityCard, socialSecurity, article].some((form) => form.test(value)) ||
    phoneInThrees.test(text.slice(start, end)) ||
    (book.test(plain) && ean(plain)) ||
    (device.test(plain) && luhn(plain)) ||
    (bankAccount.test(value) && iban(value))
  );
}

/**
 * Checks whether a token is an identifier on its own: eight or more digits; letters and digits, either six characters
 * with five digits or ten with three. Other tokens need a word next to them.
 */
export function isClear(value: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  const isMixed = /[a-z]/.test(value);
  const isLong = (digits >= 5 && value.length >= 6) || (digits >= 3 && value.length >= 10);
  return digits >= 8 || (isMixed && isLong);
}

/** A web address that the text before a token is inside of; looked for this far back. */
const webAddressBefore = /$(?<=(?:https?:\/\/|www\.)[^\s,<>"'。]*)/;
const webAddressReach = 200;

/** Checks whether the text at a position is part of a web address. */
export function isInWebAddress(text: string, start: number): boolean {
  return webAddressBefore.test(text.slice(Math.max(0, start - webAddressReach), start));
}
