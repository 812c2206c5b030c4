/** The letters that a pattern is written for: English entries match whole words only. */
export type Letters = "Latin" | "Han";

/** What `…` stands for: a few words of the same clause. Bounded, so that matching stays linear. */
const gaps: Readonly<Record<Letters, string>> = {
  Latin: "\\b[^\\n]{0,36}?\\b",
  Han: "[^\\n]{0,8}?",
};

/**
 * One expression of many entries, read in plain clauses, one a line. In an entry `…` stands for up to a few
 * words, `*` after a letter ends a word in any way, and `^` and `$` are the ends of a clause.
 */
export function compile(entries: readonly string[], letters: Letters, flags = "m"): RegExp {
  const source = entries
    .join("|")
    .replace(/ ?… ?/g, "…")
    .replace(/(?<=[a-z])\*/g, "[a-z]*")
    .replaceAll("…", gaps[letters]);
  return letters === "Latin"
    ? new RegExp(`(?<![a-z0-9'])(?:${source})(?![a-z0-9])`, flags)
    : new RegExp(`(?:${source})`, flags);
}

/** Every entry of a table by itself, in the table's order. */
export function compileEach<Key extends string>(
  table: Readonly<Partial<Record<Key, readonly string[]>>>,
  letters: Letters,
): [Key, RegExp][] {
  const keys = Object.keys(table) as Key[];
  return keys.map((key) => [key, compile(table[key] ?? [], letters)]);
}
