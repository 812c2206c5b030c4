/** A piece of a text, with where it leads where it is a link. */
export interface Piece {
  text: string;
  href?: string;
}

/** An address ends at white space, quotes and Chinese text, which follows without a space. */
const address = /https?:\/\/[^\s<>"“”‘’\u3000-\u9fff\uff00-\uffef]+/gi;

/** Splits a text into what is plain and what is a link. Only http and https are links. */
export function splitLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const link = withoutSentenceEnd(match[0]);
    if (!isWebUrl(link)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: link, href: link });
    from = match.index + link.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/**
 * Whether a link may be followed: http or https, and no name before an `@`, which makes a link look
 * like one to another site.
 */
export function isWebUrl(url: string | undefined): url is string {
  return !!url && URL.canParse(url) && /^https?:\/\/[^/?#@\\]+(?:[/?#]|$)/i.test(url);
}

/** A dot or bracket at the end belongs to the sentence, unless the link itself has a bracket. */
function withoutSentenceEnd(link: string): string {
  return link.replace(
    link.includes("(") ? /(?<![.,!?;:'…])[.,!?;:'…]+$/ : /(?<![.,!?;:'…)])[.,!?;:'…)]+$/,
    "",
  );
}
