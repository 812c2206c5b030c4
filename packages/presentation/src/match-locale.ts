/**
 * The language of those offered that a wish such as `zh-Hant-TW`, `zh_TW` or `en-GB` means: the one
 * with its letters, else another one of the same name. Nothing where none is, or the wish is no tag.
 */
export function matchLocale<Locale extends string>(
  wish: string,
  offered: readonly Locale[],
): Locale | undefined {
  const { language, script } = likely(wish) ?? {};
  const named = offered.filter((one) => language && likely(one)?.language === language);
  return named.find((one) => likely(one)?.script === script) ?? named[0];
}

/** What a tag most likely stands for: `zh-TW` for Chinese with Traditional characters. */
function likely(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll("_", "-")).maximize();
  } catch {
    return undefined;
  }
}
