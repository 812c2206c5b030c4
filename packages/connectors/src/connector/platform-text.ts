const longest = 300;

/**
 * Makes a platform's text safe to show within other text: one line, truncated, and without characters that move or hide
 * the surrounding text.
 */
export function platformText(text: string): string {
  const start = text.slice(0, longest * 4);
  const line = start.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, " ").trim();
  return Array.from(line).slice(0, longest).join("");
}
