/** Signs and faces at the end of a text; a placeholder is none. */
const lastSigns = /(?<![^\p{L}\p{N}<>])[^\p{L}\p{N}<>]+$/u;

/** Words of no weight that end a request. */
const lastWords =
  /(?:(?<= )(?:right now|now|please|pls|plz|thanks|thank you|thx|bro|asap|porfa)|谢谢|麻烦了)$/;
const mostWords = 3;

/** Shorter is no sentence: “order now” is to buy. */
const leastSpaces = 2;

/** What is left of a request without what colors it: “where is it now :) ??” is “where is it?”. Linear. */
export function withoutSmallWords(masked: string): string {
  const isAsked = lastSigns.exec(masked)?.[0].includes("?") ?? false;
  let rest = masked.replace(lastSigns, "");
  for (let count = 0; count < mostWords; count += 1) {
    const shorter = rest.replace(lastWords, "").replace(lastSigns, "");
    if (shorter === rest || !isSentence(shorter)) break;
    rest = shorter;
  }
  if (rest === "") return masked;
  return isAsked ? `${rest}?` : rest;
}

const isSentence = (text: string) =>
  /\p{Script=Han}/u.test(text) || text.trim().split(" ").length > leastSpaces;
