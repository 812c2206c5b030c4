/** The words of a masked utterance, as hashes, with the position of each. */
export interface Tokens {
  text: string;
  hashes: number[];
  starts: number[];
  ends: number[];
}

/** Longer utterances are read only up to here: by then they have stated the request. */
const maxTokens = 160;

/** The initial value of FNV-1a. */
const hashStart = 0x811c9dc5 | 0;

/** FNV-1a: one more character. */
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;
/** Latin letters in lower case, with their accents. */
const isLatin = (code: number): boolean => isSmall(code) || (code >= 0xdf && code <= 0x24f);
/** In Chinese, other scripts without spaces, and halves of emoji, each character is a word. */
const standsAlone = (code: number): boolean =>
  code === 0x3f ||
  code === 0x21 ||
  (code >= 0x370 && code < 0x2000) ||
  (code >= 0x3040 && code < 0xfe00);

const apostrophe = 0x27;

/**
 * Splits a masked utterance into tokens: Latin words without their apostrophes, Chinese characters, placeholders,
 * question and exclamation marks. All numbers become the same token.
 */
export function readTokens(text: string): Tokens {
  const tokens: Tokens = { text, hashes: [], starts: [], ends: [] };
  let index = 0;
  while (index < text.length && tokens.hashes.length < maxTokens) {
    const end = endOfToken(text, index);
    if (end > index) {
      tokens.hashes.push(hashToken(text, index, end));
      tokens.starts.push(index);
      tokens.ends.push(end);
    }
    index = Math.max(end, index + 1);
  }
  return tokens;
}

/** Returns where the token that begins at `start` ends; `start` itself if none begins there. */
function endOfToken(text: string, start: number): number {
  const code = text.charCodeAt(start);
  let end = start + 1;
  if (isLatin(code)) {
    while (isLatin(text.charCodeAt(end)) || text.charCodeAt(end) === apostrophe) end += 1;
    return end;
  }
  if (isDigit(code)) {
    while (isDigit(text.charCodeAt(end))) end += 1;
    return end;
  }
  if (text[start] === "<") {
    while (isSmall(text.charCodeAt(end))) end += 1;
    return text[end] === ">" ? end + 1 : start;
  }
  return standsAlone(code) ? end : start;
}

function hashToken(text: string, start: number, end: number): number {
  if (isDigit(text.charCodeAt(start))) return hashOn(hashStart, 0x30);
  let hash = hashStart;
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== apostrophe) hash = hashOn(hash, code);
  }
  return hash;
}
