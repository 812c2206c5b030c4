/**
 * Returns the origin in typed or pasted text, or `null` if there is none. Drops any path. Some browsers write the star
 * of a wildcard as `%2A`.
 */
export function readOrigin(typed: string): string | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  const isWeb = url !== null && ["http:", "https:"].includes(url.protocol);
  if (
    !isWeb ||
    /[*%]/.test(url.hostname) ||
    /^(?:[a-z]+:\/\/)?[^/?#]*[@\\]/i.test(text) ||
    text === ""
  )
    return null;
  return url.origin;
}
