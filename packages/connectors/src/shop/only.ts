/** Returns the fields of an object that have a value: leaves out empty texts, `null` and `undefined`. */
export function only<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const told = Object.entries(fields).filter(
    ([, value]) =>
      value !== null && value !== undefined && (typeof value !== "string" || value.trim() !== ""),
  );
  return Object.fromEntries(told) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
}

/** Returns a link that can be shown, or null if the text is not one (Medusa accepts `#`). */
export function webLink(link: string | null | undefined): string | null {
  const url = URL.parse(link ?? "");
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" ? url.href : null;
}
