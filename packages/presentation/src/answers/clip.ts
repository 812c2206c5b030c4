/** Shortens a text to at most this many characters, between two words where it has words. */
export function clip(text: string, length: number): string {
  const characters = [...text.trim()];
  if (characters.length <= length) return characters.join("");
  const cut = characters.slice(0, length - 1).join("");
  const end = cut.lastIndexOf(" ");
  return `${(end > length / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}
