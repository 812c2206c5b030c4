/** Returns the search parameter if it is one of the allowed values; any other value counts as absent. */
export function oneOf<Value extends string>(
  value: unknown,
  values: readonly Value[],
): Value | undefined {
  return values.find((one) => one === value);
}

/** A text of a search parameter; numbers that look like one are texts too. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** An instant of a search parameter, as ISO 8601. */
export function instantOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/** Drops unset parameters, so that the URL omits them. */
export function onlySet<Search extends object>(
  search: {
    [Name in keyof Search]: Search[Name] | undefined;
  },
): Search {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined),
  ) as Search;
}
