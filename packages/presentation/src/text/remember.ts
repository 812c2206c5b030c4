/** Cache limit: more currencies and time zones than any one shop uses, because shops can send arbitrary values. */
const maxFormats = 500;

/** Caches formatters, up to a limit: creating one takes a hundred times as long as using it. */
export function remember<Format>(make: (language: string, of: string | undefined) => Format) {
  const made = new Map<string, Format>();
  return (language: string, of: string | undefined): Format => {
    const key = `${language} ${of}`;
    const format = made.get(key) ?? make(language, of);
    if (made.size >= maxFormats) made.clear();
    made.set(key, format);
    return format;
  };
}
