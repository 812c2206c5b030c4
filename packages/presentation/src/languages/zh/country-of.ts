/** Returns a country's name in this language for its code; returns any other text unchanged. */
export function countryOf(tag: string): (country?: string) => string | undefined {
  const names = new Intl.DisplayNames(tag, { type: "region" });
  return (country = "") => (/^[A-Z]{2}$/.test(country) ? names.of(country) : country);
}
