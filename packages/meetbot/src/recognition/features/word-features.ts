import { hashOn, type Tokens } from "./tokens.ts";

/** The number of features: hashes of words and of pieces of words, cut to 16 bits. */
export const wordFeatures = 2 ** 16;

/** Receives one feature and the range of tokens that it stands for; `to` is exclusive. */
export type TakeFeature = (feature: number, from: number, to: number) => void;

/** Each kind of feature has its own seed for the hash. */
const kinds = { word: 1, pair: 2, skip: 3, triple: 4, piece: 5, first: 6, last: 7, length: 8 };

const lengthBounds = [2, 5, 10, 20];

const mix = (hash: number, word = 0): number => Math.imul(hash ^ word, 0x85ebca6b) ^ (hash >>> 13);

/** Evens out the low bits of the FNV hash. */
const cut = (hash: number): number => ((hash ^ (hash >>> 15) ^ (hash >>> 7)) >>> 0) % wordFeatures;

/** Hands over the features of an utterance: its words, their neighbors, and pieces of words. */
export function readWordFeatures(tokens: Tokens, take: TakeFeature): void {
  const { hashes } = tokens;
  const count = hashes.length;
  for (let index = 0; index < count; index += 1) {
    const own = hashes[index];
    const next = hashes[index + 1];
    const third = hashes[index + 2];
    take(cut(mix(kinds.word, own)), index, index + 1);
    if (next !== undefined) take(cut(mix(mix(kinds.pair, own), next)), index, index + 2);
    if (third !== undefined) {
      take(cut(mix(mix(kinds.skip, own), third)), index, index + 3);
      take(cut(mix(mix(mix(kinds.triple, own), next), third)), index, index + 3);
    }
    readPieces(tokens, index, take);
  }
  const last = Math.max(count - 2, 0);
  take(cut(mix(mix(kinds.first, hashes[0]), hashes[1])), 0, 2);
  take(cut(mix(mix(kinds.last, hashes[last]), hashes[count - 1])), last, count);
  take(cut(mix(kinds.length, lengthBounds.filter((bound) => count > bound).length)), 0, 0);
}

const edges = { start: 0x5e, end: 0x24 };
/** Only this many characters of a longer word are split into pieces. */
const maxWord = 20;

/** Pieces of 3 to 5 letters, the word's edges among them: they survive endings and typing slips. */
function readPieces({ text, starts, ends }: Tokens, token: number, take: TakeFeature): void {
  const first = starts[token] ?? 0;
  const length = Math.min((ends[token] ?? 0) - first, maxWord);
  if (length < 3 || text[first] === "<" || text.charCodeAt(first) < 0x40) return;
  const codeAt = (place: number): number => {
    if (place === 0) return edges.start;
    return place > length ? edges.end : text.charCodeAt(first + place - 1);
  };
  for (let from = 0; from + 3 <= length + 2; from += 1) {
    let hash = kinds.piece;
    for (let to = from; to < Math.min(from + 5, length + 2); to += 1) {
      hash = hashOn(hash, codeAt(to));
      if (to >= from + 2) take(cut(hash), token, token + 1);
    }
  }
}
