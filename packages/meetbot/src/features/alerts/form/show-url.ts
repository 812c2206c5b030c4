/** A secret part that is as long leaves enough unseen. */
const minHidden = 12;

/** Returns a recognizable form of a secret URL: its host, plus its last characters if they reveal nothing. */
export function showUrl({ host, href }: URL): string {
  const end = href.slice(-4);
  const isLong = href.length - host.length - "https://".length >= minHidden + end.length;
  return isLong && /^[\w-]{4}$/.test(end) ? `${host}/…${end}` : host;
}
