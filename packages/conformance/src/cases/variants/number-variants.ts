import { sameNumber } from "@meetbot/protocol";

/** The first ids that a database assigns. */
const firstIds = ["1", "2", "3", "4", "5"];

/** How many digits at its end may stand for the whole number on paper. */
const TAIL = 6;

/**
 * Returns other ways in which customers may write the value; the webhook must find each. The case of non-ASCII letters
 * is significant.
 */
export function spellings(value: string): string[] {
  const upper = value.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
  const lower = value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return [...new Set([upper, lower, ` ${value} `])].filter((spelling) => spelling !== value);
}

/**
 * Returns strings that are not this number, but match it in a lookup by part, pattern, conversion or internal id.
 * Leaves out other spellings of the number, which a shop may find.
 */
export function numberVariants(number: string): string[] {
  const variants = [
    number.slice(0, -1),
    number.slice(1),
    `${number.slice(0, -1)}%`,
    `${number.slice(0, -1)}_`,
    `${number}%`,
    "%",
    // MySQL reads a number out of the beginning, PHP and SQLite out of the whole.
    `${number}abc`,
    `x${number}`,
    `0${number}`,
    number.replace(/^0+/, ""),
    ...(/^\d+$/.test(number) ? [`${number}.0`] : []),
    number.slice(-TAIL),
    number.slice(0, TAIL),
    number.slice(-4),
    ...firstIds,
  ];
  return [...new Set(variants)].filter(
    (variant) => variant.trim() !== "" && variant !== "%%" && !sameNumber(variant, number),
  );
}
