/** The host and port of a URL, in the form that a connection needs. */
export interface Target {
  /** A name in lower case and ASCII, without a trailing dot; or an IP address without brackets. */
  host: string;
  port: number;
  /** Neither side is proved and nothing is encrypted: http. */
  isPlain: boolean;
}

/** Errors in a URL that are found before its host is checked. */
export type UrlFault = "invalid_url" | "credentials_in_url";

/**
 * Parses an endpoint's URL. The URL standard accepts many deceptive spellings, such as backslashes, missing slashes and
 * line breaks; this function rejects them all. It parses the rest as the connection will: hosts in other digits,
 * escapes or letters become what they stand for.
 */
export function readTarget(text: string): Target | UrlFault {
  if (/[\s\\\p{C}]/u.test(text) || !/^https?:\/\/[^/]/i.test(text)) return "invalid_url";
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) return "invalid_url";
  if (url.username || url.password || /^[^/]+\/\/[^/?#]*@/.test(text)) return "credentials_in_url";
  const host = toHost(url.hostname);
  if (host === "" || /^\.|\.\.|\.$/.test(host)) return "invalid_url";
  const isPlain = url.protocol === "http:";
  return { host, port: url.port === "" ? (isPlain ? 80 : 443) : Number(url.port), isPlain };
}

/** Converts a URL's `hostname` to the host format of {@link Target}. */
export function toHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
}
