import { comparableNumber } from "@meetbot/protocol";

/** Fewer characters than this can be guessed by trying: such a number alone proves nothing. */
const hardToGuessLength = 10;

/** How much of a masked number is seen, and how much must stay hidden for that. */
const seenTail = 4;
const hiddenAtLeast = 6;

export function isHardToGuess(number: string): boolean {
  return comparableNumber(number).length >= hardToGuessLength;
}

/**
 * Returns `····X902`, or `····` if the last characters would leave too little hidden, or if the number may be
 * sequential: then those characters and the month would reveal it.
 */
export function maskNumber(number: string): string {
  const plain = comparableNumber(number);
  const isLong = plain.length >= seenTail + hiddenAtLeast;
  return isLong && !mayCountUp(number) ? `····${plain.slice(-seenTail)}` : "····";
}

/** Signs of a counter or a date, as it is written: a long run of digits, zeros in front, a part of its own, a month. */
const countingSigns = [
  /\d{5}/,
  /(?<!\d)0\d\d/,
  /(?<![A-Z\d])\d{3,}(?![A-Z\d])/,
  /(?<!\d)((19|20)\d\d|2\d(0\d|1[0-2])|(0\d|1[0-2])[0-3]\d)(?=.{4})(?!\d)/,
  /(?<!\d)2\d\D+\d{4}$/,
  /(?<![A-Z])(JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)(?![A-Z])/,
];

/** The number of changes between letters and digits that a prefix, a counter and a place name may account for. */
const turnsOfCounters = 3;
const maxCasualRun = 3;

/**
 * Whether a number may be sequential, with any text around the counter. Only a number in which letters and digits
 * alternate, as in random ones, is certainly random.
 */
export function mayCountUp(number: string): boolean {
  const runs = comparableNumber(number).match(/\d+|[A-Z]+/g) ?? [];
  const isLong = runs.some((run) => /\d/.test(run) && run.length > maxCasualRun);
  if (runs.length < turnsOfCounters || (runs.length === turnsOfCounters && isLong)) return true;
  const written = number.normalize("NFKC").toUpperCase();
  return countingSigns.some((sign) => sign.test(written));
}

/** A counter of fewer digits is in other numbers by chance. */
const minCounterLength = 3;

/**
 * Checks whether a text reveals a number by containing it, as package numbers often extend the order's number. If the
 * number may be sequential, its counter is enough, whatever letters each shop puts before it.
 */
export function tellsNumber(text: string, number: string): boolean {
  const own = comparableNumber(number);
  if (own === "") return false;
  const digits = mayCountUp(number) ? number.normalize("NFKC").match(/\d+/g) : null;
  const counter = digits?.at(-1) ?? "";
  if (counter.length >= minCounterLength && comparableNumber(text).includes(counter)) return true;
  if (own.length >= seenTail) return comparableNumber(text).includes(own);
  const parts: string[] =
    text
      .normalize("NFKC")
      .toUpperCase()
      .match(/\d+|[A-Z]+/g) ?? [];
  return comparableNumber(text) === own || parts.includes(own);
}
