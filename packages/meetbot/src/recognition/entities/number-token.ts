import { currencyAfter, currencyBefore, units } from "../lexicon/number-words.ts";
import type { Span } from "../text/span.ts";

/** Identifiers a customer types are this long, so that no endless run becomes a look-up. */
const minLength = 3;
const maxLength = 64;

/**
 * A run that may be an identifier: digits in groups of four or three, a UPS or postal number
 * written with spaces, or one word of letters, digits, `_` and `-`.
 */
const runs =
  /\b1z(?: ?[0-9a-z]){16}\b|\b[a-z]{2} \d{3} ?\d{3} ?\d{3} ?[a-z]{2}\b|\b\d{4}(?: \d{4}){1,9}(?: \d{1,4})?(?![\w-])|\b\d{3}(?: \d{3}){2,7}(?![\w-])|[a-z0-9]+(?:[_-]+[a-z0-9]+)*/g;

/** Finds all runs with a digit that are long enough and not too long. */
export function findTokens(text: string): Span[] {
  const found: Span[] = [];
  for (const run of text.matchAll(runs)) {
    const value = run[0].replaceAll(" ", "");
    if (value.length < minLength || value.length > maxLength || !/\d/.test(value)) continue;
    found.push({ value, start: run.index, end: run.index + run[0].length });
  }
  return found;
}

const dashedDate = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{2,4})$/;
const sizeOrSpeed =
  /^\d+(?:mm|cm|m|ml|l|g|kg|mah|w|v|p|k|hz|gb|mb|tb|inch|am|pm|st|nd|rd|th|x\d+)$/;

/** Whether a token is an amount, a quantity, a date, a time or a part of one of these. */
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
const phone =
  /^(?:1[3-9]\d{9}|1[3-9]\d-\d{4}-\d{4}|(?:1-)?\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|0\d{2,3}-\d{7,8})$/;
/** A Chinese identity card: region, date of birth, three digits, check digit. */
const identityCard = /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/;

/** Whether a token reads as a telephone number, a date or an identity card unless a word objects. */
export function isPersonalOrDate(text: string, { value, start }: Span): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const dialled = /\+\d[\d ()-]*$|[+(]$/.test(before);
  return dialled || phone.test(value) || compactDate.test(value) || identityCard.test(value);
}

/**
 * Whether a token is an identifier by itself: eight digits or more, or letters and digits, six
 * characters with five digits or ten with three. Others need a word beside them.
 */
export function isClear(value: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  const isMixed = /[a-z]/.test(value);
  const isLong = (digits >= 5 && value.length >= 6) || (digits >= 3 && value.length >= 10);
  return digits >= 8 || (isMixed && isLong);
}
