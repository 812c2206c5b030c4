/**
 * The language of those offered that a wish such as `zh-Hant-TW`, `zh_TW` or `en-GB` means: the one
 * with its letters, else another one of the same name. Nothing where none is.
 */
export function matchLocale<Locale extends string>(
  wish: string,
  offered: readonly Locale[],
): Locale | undefined {
  const named = offered.filter((one) => nameIn(one) === nameIn(wish));
  const exact = named.length > 1 && named.find((one) => scriptOf(one) === scriptOf(wish));
  return exact || named[0];
}

const nameIn = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];

/** The letters a tag most likely stands for: `zh-TW` is written with Traditional characters. */
function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag.replaceAll("_", "-")).maximize().script;
  } catch {
    return undefined; // no tag at all
  }
}
