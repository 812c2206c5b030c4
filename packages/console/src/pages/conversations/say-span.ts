/** How long something went on, in minutes, or in seconds below two of them. */
export function saySpan(
  from: string,
  to: string,
  words: { minutes(minutes: string): string; seconds(seconds: string): string },
): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  return seconds < 120
    ? words.seconds(String(seconds))
    : words.minutes(String(Math.round(seconds / 60)));
}
