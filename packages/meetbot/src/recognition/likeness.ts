import { normalize } from "./text/normalize.ts";

const number = /\p{N}+/gu;
const notWord = /[^\p{L}0]+/gu;

/**
 * Returns a key that is equal for utterances with the same words: ignores letter case, punctuation, spaces and the
 * digits of numbers. Used to count how often customers write something.
 */
export function likeness(utterance: string): string {
  return normalize(utterance).text.replace(number, "0").replace(notWord, " ").trim();
}
