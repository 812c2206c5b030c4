import { en } from "../lexicon/topics/en.ts";
import { type TopicWords, wordKinds } from "../lexicon/topics/topic-words.ts";
import { zh } from "../lexicon/topics/zh.ts";

/** The kinds of each word or two, by their places in `wordKinds`. */
const kindsOf = new Map<string, number[]>();
/** The longest Chinese word in the table. */
let longest = 1;

for (const words of [en, zh]) fill(words);

function fill(words: TopicWords): void {
  for (const [kind, name] of wordKinds.entries()) {
    for (const written of words[name].split(" ")) {
      const word = written.replaceAll("_", " ");
      kindsOf.set(word, [...(kindsOf.get(word) ?? []), kind]);
      if (words === zh) longest = Math.max(longest, word.length);
    }
  }
}

const latinWord = /[a-z0-9%&\u00df-\u024f][a-z0-9%&'\u00df-\u024f-]*/g;
const han = /[\p{Script=Han}0-9]/u;
/** Longer utterances are read only up to here: by then they have stated the request. */
const maxWords = 160;
const maxCharacters = 300;

/** The kinds of words in a masked utterance, each with the word that gave it. */
export function findKinds(masked: string): Map<number, string> {
  const found = new Map<number, string>();
  const take = (word: string): void => {
    for (const kind of kindsOf.get(word) ?? []) if (!found.has(kind)) found.set(kind, word);
  };
  const words = masked.match(latinWord)?.slice(0, maxWords) ?? [];
  for (const [index, word] of words.entries()) {
    take(word);
    const next = words[index + 1];
    if (next !== undefined) take(`${word} ${next}`);
  }
  if (!han.test(masked)) return found;
  for (let from = 0; from < Math.min(masked.length, maxCharacters); from += 1) {
    if (masked.charCodeAt(from) < 0x3000 && !han.test(masked[from] ?? "")) continue;
    for (let length = 1; length <= longest; length += 1) take(masked.slice(from, from + length));
  }
  return found;
}
