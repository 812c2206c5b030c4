const longest = 300;

/**
 * What a platform wrote, for people to read among other things: one line, cut, and nothing in it that moves or hides
 * what stands around it.
 */
export function platformText(text: string): string {
  const start = text.slice(0, longest * 4);
  const line = start.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, " ").trim();
  return Array.from(line).slice(0, longest).join("");
}
