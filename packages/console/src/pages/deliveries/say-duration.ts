/** A duration short enough for a column: milliseconds below one second, then seconds. */
export function sayDuration(
  ms: number,
  words: { milliseconds(ms: string): string; seconds(s: string): string },
): string {
  if (ms < 1 && ms > 0) return words.milliseconds("< 1");
  return ms < 1000
    ? words.milliseconds(String(Math.round(ms)))
    : words.seconds((ms / 1000).toFixed(2));
}
