/** Words of no weight that end a request, the longest first. */
const lastWords = [
  ...["thank you", "right now", "please", "thanks", "porfa", "asap", "now", "pls", "plz", "thx"],
  ...["bro", "麻烦了", "谢谢"],
];
const maxWords = 3;

/** Shorter is no sentence: “order now” is to buy. */
const minSpaces = 2;

/** Returns a request without the words that only color it: “where is it now :) ??” becomes “where is it?”. Linear. */
export function withoutSmallWords(masked: string): string {
  const end = endOfWords(masked);
  let rest = masked.slice(0, end);
  for (let count = 0; count < maxWords; count += 1) {
    const word = lastWords.find((last) => endsWithWord(rest, last));
    if (word === undefined) break;
    const left = rest.slice(0, -word.length);
    const shorter = left.slice(0, endOfWords(left));
    if (!isSentence(shorter)) break;
    rest = shorter;
  }
  if (rest === "") return masked;
  return masked.includes("?", end) ? `${rest}?` : rest;
}

/** Returns the index after the last letter, digit or placeholder: only punctuation and emoticons follow. */
function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0) {
    const unit = text.charCodeAt(end - 1);
    const length = unit >= 0xdc00 && unit <= 0xdfff ? 2 : 1;
    if (isOfWord.test(text.slice(end - length, end))) break;
    end -= length;
  }
  return Math.max(0, end);
}

const isOfWord = /[\p{L}\p{N}<>]/u;

const endsWithWord = (text: string, word: string): boolean =>
  text.endsWith(word) && (isHan.test(word) || text.charAt(text.length - word.length - 1) === " ");

const isHan = /\p{Script=Han}/u;

const isSentence = (text: string) => isHan.test(text) || text.trim().split(" ").length > minSpaces;
