/** A secret part that is as long leaves enough unseen. */
const minHidden = 12;

/** Of a URL that is a secret: its host, and its end where that tells nothing, to know it again. */
export function showUrl({ host, href }: URL): string {
  const end = href.slice(-4);
  const isLong = href.length - host.length - "https://".length >= minHidden + end.length;
  return isLong && /^[\w-]{4}$/.test(end) ? `${host}/…${end}` : host;
}
