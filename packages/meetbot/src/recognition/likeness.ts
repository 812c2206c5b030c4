import { normalize } from "./text/normalize.ts";

const number = /\p{N}+/gu;
const notWord = /[^\p{L}0]+/gu;

/**
 * What two utterances have in common that say the same in the same words: letter case, punctuation,
 * spaces and the digits of numbers do not count. For counting how often something is said.
 */
export function likeness(utterance: string): string {
  return normalize(utterance).text.replace(number, "0").replace(notWord, " ").trim();
}
