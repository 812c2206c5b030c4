/** The part between `//` and the path: what a reader takes for the site. */
const authority = /^https?:\/\/([^/?#]+)/i;

/**
 * Whether a link may be shown to be followed: http or https, and nothing before its host. In
 * `https://shop.example@evil.example/` the site is the second one, and programs disagree about where
 * a host ends that holds a backslash.
 */
export function isWebUrl(text: string): boolean {
  const host = authority.exec(text)?.[1];
  return host !== undefined && !/[@\\]/.test(host) && URL.canParse(text);
}
