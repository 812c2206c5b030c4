/**
 * Returns the offered language that best matches a requested one, such as `zh-Hant-TW`, `zh_TW` or `en-GB`: the one
 * with the same script, else another one of the same name; `undefined` if none matches.
 */
export function matchLocale<Locale extends string>(
  wish: string,
  offered: readonly Locale[],
): Locale | undefined {
  const itself = offered.find((one) => one === wish);
  if (itself) return itself;
  const tag = wish.toLowerCase().replace(/_/g, "-");
  const named = offered.filter((one) => one.split("-")[0] === tag.split("-")[0]);
  if (named.length < 2) return named[0];
  return named.find((one) => scriptOf(one) === scriptOf(tag)) ?? named[0];
}

/** Returns the most likely script of a tag: `zh-TW` is written in Traditional characters. */
function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {} // no tag at all
  return undefined;
}
