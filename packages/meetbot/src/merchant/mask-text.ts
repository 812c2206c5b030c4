/** Stands for whatever was hidden. */
export const MASK = "•••";

/** A number's last four say which one it is; as many or more stay hidden, or nothing is shown. */
const SHOWN_TAIL = 4;

/** The lengths are those RFC 5321 gives a mailbox and a domain; they keep the search linear. */
const email = /[^\s@<>"',;:()]{1,64}@[^\s@<>"',;:()]{1,255}/g;

/** Digits as long as a telephone, order or card number, also in groups. */
const longNumber = /\d(?:[ -]?\d){5,}/g;

const word = /[\w#-]{6,}/g;

/** `yilia@meetbot.biz` becomes `y•••@m•••.biz`; what is no email is hidden whole. */
export function maskEmail(value: string): string {
  const at = value.lastIndexOf("@");
  if (at < 1) return MASK;
  const host = value.slice(at + 1);
  const dot = host.lastIndexOf(".");
  return `${first(value)}${MASK}@${first(host)}${MASK}${dot < 1 ? "" : host.slice(dot)}`;
}

/** `12345678902` becomes `•••8902`; a short number is hidden whole. */
export function maskNumber(value: string): string {
  return value.length < 2 * SHOWN_TAIL ? MASK : MASK + value.slice(-SHOWN_TAIL);
}

/** Free text keeps its words and loses the emails, and whatever may be a number, in them. */
export function maskText(value: string): string {
  return value
    .replace(email, maskEmail)
    .replace(longNumber, maskNumber)
    .replace(word, (found) => (/\d/.test(found) ? maskNumber(found) : found));
}

/**
 * Keeps where a link leads and hides whom it is about: the query, the fragment, a password, and
 * each part of the path that may hold a number or an email. `base` completes a relative link.
 */
export function maskUrl(value: string, base?: string): string {
  const url = URL.parse(value, base);
  if (!url || !/^https?:$/.test(url.protocol)) return MASK;
  const path = url.pathname.replace(/[^/]*[\d@%][^/]*/g, MASK);
  return `${url.origin}${path}${url.search || url.hash ? `?${MASK}` : ""}`;
}

/** The first character, also where it takes two UTF-16 units. */
function first(value: string): string {
  return [...value.slice(0, 2)][0] ?? "";
}
