/** The entry for who uses Facebook in this language, or the one for everybody else. */
export function inLocale<Entry extends { locale: string }>(
  entries: Entry[] | undefined,
  locale: string,
): Entry | undefined {
  return (
    entries?.find((entry) => entry.locale === locale) ??
    entries?.find((entry) => entry.locale === "default")
  );
}
