/** A piece of a text, with its URL if it is a link. */
export interface Piece {
  text: string;
  href?: string;
}

/** Matches a URL, which ends at white space, quotes and Chinese text, because that follows without a space. */
const address = /https?:\/\/[^\s<>"“”‘’\u3000-\u9fff\uff00-\uffef]+/;

/** Matches a mail address; the example addresses of RFC 2606 are excluded, because they lead nowhere. */
const mail = /(?<![\w.+-])[\w.+-]{1,64}@(?!example\.)[a-z\d-]+(?:\.[a-z\d-]+)+/;

/**
 * A telephone number as it is written to be called: with its country, or with a 0, 400 or 800 before it. Other
 * numbers are of orders.
 */
const phone =
  /(?<![\w.,:/+-])(?:\+\d|\(?0\d{1,5}[ )/-]|[48]00[ -])(?:[ ()/-]{0,2}\d){6,13}(?![\w-])/;

const link = new RegExp(`(${address.source})|(${mail.source})|${phone.source}`, "gi");

/** Splits a text into plain pieces and links: to a page that `mayFollow` allows, a mailbox or a telephone. */
export function splitLinks(text: string, mayFollow: (url: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: match, 1: url, 2: mailbox, index } of text.matchAll(link)) {
    const found = url ? withoutSentenceEnd(url) : match;
    if (url && !mayFollow(found)) continue;
    const href = url ? found : mailbox ? `mailto:${found}` : `tel:${found.replace(/[^\d+]/g, "")}`;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: found, href });
    from = index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** A dot or bracket at the end belongs to the sentence, unless the link itself has a bracket. */
function withoutSentenceEnd(link: string): string {
  return link.replace(
    link.includes("(") ? /(?<![.,!?;:'…])[.,!?;:'…]+$/ : /(?<![.,!?;:'…)])[.,!?;:'…)]+$/,
    "",
  );
}
