import { comparableNumber } from "@meetbot/protocol";

/** Fewer characters than this can be guessed by trying: such a number alone proves nothing. */
const hardToGuessLength = 10;

/** How much of a masked number is seen, and how much must stay hidden for that. */
const seenTail = 4;
const hiddenAtLeast = 6;

/** So many changes between letters and digits a number has, before its last characters, if it is drawn. */
const leastChanges = 2;

export function isHardToGuess(number: string): boolean {
  return comparableNumber(number).length >= hardToGuessLength;
}

/**
 * `····X902`, or `····` where the last characters would leave too little hidden, or where the number may
 * count up: then they and the month find it.
 */
export function maskNumber(number: string): string {
  const plain = comparableNumber(number);
  const isLong = plain.length >= seenTail + hiddenAtLeast;
  return isLong && !mayCountUp(number) ? `····${plain.slice(-seenTail)}` : "····";
}

/** Signs of a counter or a date: many digits together, a zero in front, a part that is digits, a month. */
const countingSigns = [
  /\d{5}/,
  /(?<!\d)0\d/,
  /(?<![^\W_])\d{3,}(?![^\W_])/,
  /(?<![A-Z])(JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)(?![A-Z])/,
];

/**
 * Whether a number may be one of those that count up, with whatever stands in front of the counter. Only
 * what letters and digits take turns in is surely drawn at random.
 */
export function mayCountUp(number: string): boolean {
  const hidden = comparableNumber(number).slice(0, -seenTail);
  const changes = (hidden.match(/\d+|[A-Z]+/g)?.length ?? 0) - 1;
  const written = number.normalize("NFKC").toUpperCase();
  return (
    changes < leastChanges ||
    /\d{4}/.test(hidden) ||
    countingSigns.some((sign) => sign.test(written))
  );
}

/** Whether one number tells another by containing it, as packages are often numbered after their order. */
export function tellsNumber(text: string, number: string): boolean {
  const own = comparableNumber(number);
  if (own === "") return false;
  if (own.length >= seenTail) return comparableNumber(text).includes(own);
  const parts: string[] =
    text
      .normalize("NFKC")
      .toUpperCase()
      .match(/\d+|[A-Z]+/g) ?? [];
  return comparableNumber(text) === own || parts.includes(own);
}
