import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import type { Span } from "../text/span.ts";
import { isRandomCode } from "./number-token.ts";

/** Customers leave such a prefix out: `#1042` is `1042` to them. */
const signsAlone = /^[^A-Za-z0-9]+$/;
const year = "(?:19|20)[0-9]{2}(?![0-9])";

const patterns = new WeakMap<OrderNumberFormat, RegExp>();

function patternOf(format: OrderNumberFormat): RegExp {
  const known = patterns.get(format);
  if (known) return known;
  const { characters, minLength, maxLength, caseMatters } = format;
  const escaped = format.prefix.replaceAll(".", "\\.");
  // `SO-1234` is also typed as `SO 1234` and `SO1234`.
  const prefix = isDistinctive(format)
    ? escaped.replace(/[-_]/g, "[-_ ]?")
    : signsAlone.test(escaped)
      ? `(?:${escaped}|(?!${year}))`
      : escaped;
  const allowed = characters === "digits" ? "[0-9]" : "[A-Za-z0-9]";
  const pattern = new RegExp(
    `(?<![A-Za-z0-9]|[A-Za-z0-9][-_.])${prefix}(${allowed}{${minLength},${maxLength}})(?![A-Za-z0-9_@]|[-.:][A-Za-z0-9])`,
    caseMatters ? "g" : "gi",
  );
  patterns.set(format, pattern);
  return pattern;
}

/** Checks whether nothing else that customers write looks like a number of the format. */
export const isDistinctive = ({ prefix }: OrderNumberFormat): boolean => /[A-Za-z]/.test(prefix);

/**
 * Finds numbers in the shop's own format and returns them as the shop writes them: with its prefix, and in its letter
 * case unless case matters. `folded` has the customer's letter case.
 */
export function findFormattedNumbers(folded: string, format: OrderNumberFormat): Span[] {
  return Array.from(folded.matchAll(patternOf(format)), (match) => ({
    value: `${format.prefix}${match[1]}`,
    start: match.index,
    end: match.index + match[0].length,
  })).filter(({ value, start, end }) => /\d/.test(value) || isRandomCode(folded, start, end));
}
