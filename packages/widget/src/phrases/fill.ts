/** A phrase in pieces, with a part in each `{name}`; a name without a part is left empty. */
export function fillParts<Part>(phrase: string, parts: Record<string, Part>): (string | Part)[] {
  return phrase
    .split(/\{(\w+)\}/)
    .map((piece, at) => (at % 2 === 1 ? (parts[piece] ?? "") : piece));
}

/** A phrase with a text in each `{name}`. */
export function fill(phrase: string, texts: Record<string, string | number>): string {
  return fillParts(phrase, texts).join("");
}
