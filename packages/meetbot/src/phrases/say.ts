import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type PhraseKey = keyof typeof en;

type PlaceIn<Text> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlaceIn<Rest>
  : never;

/** What a phrase must be filled with, read off its English text. */
type Filling<Key extends PhraseKey> =
  PlaceIn<(typeof en)[Key]> extends never
    ? []
    : [filling: Record<PlaceIn<(typeof en)[Key]>, string | number>];

export const phrases: Record<"en" | "zh", Record<PhraseKey, string>> = { en, zh };

/** A phrase in the customer's language, filled in. */
export function say<Key extends PhraseKey>(
  locale: "en" | "zh",
  key: Key,
  ...[filling]: Filling<Key>
): string {
  const places: Record<string, string | number> = filling ?? {};
  return phrases[locale][key].replace(/\{(\w+)\}/g, (_, place) => String(places[place]));
}
