/** A country by its code, as this language calls it; any other text as it stands. */
export function countryOf(tag: string): (country?: string) => string | undefined {
  const names = new Intl.DisplayNames(tag, { type: "region" });
  return (country = "") => (/^[A-Z]{2}$/.test(country) ? names.of(country) : country);
}
