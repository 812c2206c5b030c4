const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Where to split a long text, in order of preference: paragraphs, lines, sentences, words. */
const breaks = [/\n\n+/g, /\n+/g, /[.!?…]\s+|[。！？；]/g, /\s+/g];

/** The beginning of a text that is too long, with an ellipsis. */
export function cutEnd(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, borderBefore(text, maxLength - 1)).trimEnd()}…`;
}

/** Both ends of a text that is too long: numbers that are alike differ in their last characters. */
export function cutMiddle(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const head = text.slice(0, borderBefore(text, Math.floor((maxLength - 1) / 2))).trimEnd();
  const tail = text.slice(borderAfter(text, text.length - (maxLength - 1 - head.length)));
  return `${head}…${tail.trimStart()}`;
}

/** Splits a text into parts within the limit, at natural breaks. */
export function splitText(text: string, maxLength: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > maxLength) {
    const end = breakBefore(rest, maxLength);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
}

/** Returns the last good break in the second half of the text that fits, or else a grapheme boundary. */
function breakBefore(text: string, maxLength: number): number {
  const fits = text.slice(0, maxLength + 1);
  for (const pattern of breaks) {
    const ends = [...fits.matchAll(pattern)].map((found) => found.index + found[0].length);
    const last = ends.findLast((end) => end <= maxLength && end > maxLength / 2);
    if (last !== undefined) return last;
  }
  return borderBefore(text, maxLength);
}

function borderBefore(text: string, index: number): number {
  const start = segmenter.segment(text).containing(index)?.index ?? text.length;
  // A grapheme may have any length: then it is cut between characters.
  return start > 0 ? start : index - (isLowSurrogate(text, index) ? 1 : 0);
}

function borderAfter(text: string, index: number): number {
  const found = segmenter.segment(text).containing(index);
  if (!found || found.index === index) return index;
  const end = found.index + found.segment.length;
  return end < text.length ? end : index + (isLowSurrogate(text, index) ? 1 : 0);
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
