/** Six digits, together or in groups (`123 456`, `12-34-56`), that no further digit or letter joins. */
const codes = /(?<![a-z0-9@#_-]|\d[ .]?)\d(?:[ -]?\d){5}(?![a-z0-9@_]|[ .-]?\d)/g;

/** Returns the only code of a text; null if there is none or more than one. */
export function findCode(text: string): string | null {
  const found = new Set(Array.from(text.matchAll(codes), ([code]) => code.replace(/[ -]/g, "")));
  const [code] = found;
  return found.size === 1 ? (code ?? null) : null;
}
