/** The names that a phrase has places for: `{name}`. */
export type PlaceIn<Text> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlaceIn<Rest>
  : never;

/** The values for a phrase's placeholders, derived from its English text; empty if it has no placeholder. */
export type Filling<Text> = [PlaceIn<Text>] extends [never]
  ? []
  : [texts: Record<PlaceIn<Text>, string | number>];

/** Splits a phrase into pieces and puts a part in place of each `{name}`; a name without a part becomes empty. */
export function fillParts<Part>(phrase: string, parts: Record<string, Part>): (string | Part)[] {
  return phrase
    .split(/\{(\w+)\}/)
    .map((piece, at) => (at % 2 === 1 ? (parts[piece] ?? "") : piece));
}

/** A phrase with a text in each `{name}`. */
export function fill(phrase: string, texts: Record<string, string | number>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, place: string) => String(texts[place] ?? ""));
}
