/** The letters that a phrase is written for: Latin ones match whole words only. */
export type Letters = "Latin" | "Han";

/**
 * What `…` stands for in phrases: up to a few words. Bounded, so that matching stays linear. Beside it a phrase is a
 * regular expression in which `*` after a letter ends a word in any way, and `^` and `$` are the ends of a line.
 */
export type Gaps = Readonly<Record<Letters, string>>;

/** Makes one regular expression of phrases that mean the same. */
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

/** What a group holds is not asked for, and to remember it would cost time. */
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
