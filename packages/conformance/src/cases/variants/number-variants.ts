import { sameNumber } from "@meetbot/protocol";

/** Ids that a database gives first. */
const firstIds = ["1", "2", "3", "4", "5"];

/** So many digits at its end stand for a number on paper. */
const TAIL = 6;

/** How people write what they know: each must be found. The case of other letters than ASCII's counts. */
export function spellings(value: string): string[] {
  const upper = value.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
  const lower = value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return [...new Set([upper, lower, ` ${value} `])].filter((spelling) => spelling !== value);
}

/**
 * What is not this number, and is found where a part, a pattern, a conversion or an internal id is
 * looked up. What is only another spelling of it is left out: that may be found.
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
