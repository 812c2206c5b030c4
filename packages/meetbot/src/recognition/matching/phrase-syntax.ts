/** The letters that a phrase is written for: Latin ones match whole words only. */
export type Letters = "Latin" | "Han";

/**
 * What `…` matches in phrases: up to a few words, bounded so that matching stays linear. Otherwise a phrase is a
 * regular expression in which `*` after a letter matches any ending of a word, and `^` and `$` are the ends of a line.
 */
export type Gaps = Readonly<Record<Letters, string>>;

/** Compiles phrases with the same meaning into one regular expression. */
export function compilePhrases(
  phrases: readonly string[],
  letters: Letters,
  gaps: Gaps,
  flags = "m",
): RegExp {
  const source = phrases
    .map((phrase) => closeGaps(withoutCaptures(phrase)))
    .join("|")
    .replace(/(?<=[a-z])\*/g, "[a-z]*")
    .replaceAll("…", gaps[letters]);
  return letters === "Latin"
    ? new RegExp(`(?<![a-z0-9'])(?:${source})(?![a-z0-9])`, flags)
    : new RegExp(`(?:${source})`, flags);
}

/** A gap begins and ends between words: the spaces around it are for the eye. */
export const closeGaps = (phrase: string): string => phrase.replace(/ ?… ?/g, "…");

/** Makes groups non-capturing: nobody reads the captures, and storing them costs time. */
const withoutCaptures = (phrase: string): string =>
  phrase.replace(/(\\.|\[(?:\\.|[^[\]\\])*\])|\((?!\?)/g, (_, kept?: string) => kept ?? "(?:");

/** The alternatives of a phrase: `a|(b|c)` has two. */
export function splitAlternatives(phrase: string): string[] {
  const alternatives: string[] = [];
  let from = 0;
  let depth = 0;
  for (const { 0: sign, index } of phrase.matchAll(/\\.|\[(?:\\.|[^[\]\\])*\]|[()|]/g)) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (sign !== "|" || depth > 0) continue;
    alternatives.push(phrase.slice(from, index));
    from = index + 1;
  }
  return [...alternatives, phrase.slice(from)];
}
