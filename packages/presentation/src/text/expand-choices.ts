/**
 * Returns every variant of a phrase with choices: `[a|b] c` becomes “a c” and “b c”, `[a|] c` becomes “a c” and “c”.
 * Choices do not nest.
 */
export function expandChoices(phrase: string): string[] {
  const open = phrase.indexOf("[");
  const close = phrase.indexOf("]", open);
  if (open < 0 || close < 0) return [phrase.split(" ").filter(Boolean).join(" ")];
  const [before, after] = [phrase.slice(0, open), phrase.slice(close + 1)];
  const choices = phrase.slice(open + 1, close).split("|");
  return choices.flatMap((choice) => expandChoices(before + choice + after));
}
