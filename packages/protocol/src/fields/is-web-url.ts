/** The part between `//` and the path, which readers take for the site. */
const authority = /^https?:\/\/([^/?#]+)/i;

/**
 * Whether a link is safe to show as clickable: http or https, and nothing before its host. In
 * `https://shop.example@evil.example/` the site is the second one, and programs disagree about where a host that
 * contains a backslash ends.
 */
export function isWebUrl(text: string): boolean {
  const host = authority.exec(text)?.[1];
  return host !== undefined && !/[@\\]/.test(host) && URL.canParse(text);
}
