import type { OperatorLocale } from "../operator-locale.ts";
import { type MistakeId, type MistakeWords, mistakeIds } from "./ids/mistake-ids.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

/** A common signature mistake and its explanation. */
export interface Mistake {
  id: MistakeId;
  words: Readonly<Record<OperatorLocale, MistakeWords>>;
}

export const mistakes: readonly Mistake[] = mistakeIds.map((id) => ({
  id,
  words: { en: en[id], zh: zh[id] },
}));

/** Returns the texts for a mistake in an operator's language. */
export function wordsOf(id: MistakeId, locale: OperatorLocale): MistakeWords {
  return { en, zh }[locale][id];
}
