/** More currencies and time zones than one shop meets, and shops send what they want. */
const maxFormats = 500;

/** Making a format takes a hundred times as long as using it: what was made is kept, up to a limit. */
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
