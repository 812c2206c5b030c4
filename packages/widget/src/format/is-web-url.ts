/**
 * Whether a link may be followed: http or https, and no name before an `@`, which makes a link look
 * like one to another site.
 */
export function isWebUrl(url: string | undefined): url is string {
  return !!url && URL.canParse(url) && /^https?:\/\/[^/?#@\\]+(?:[/?#]|$)/i.test(url);
}
