/** Writes names and values as lines that a person reads. */
export function writeTable(values: object): string[] {
  const rows = Object.entries(values).flatMap(toRows);
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`.trimEnd());
}

/** Returns one row for a value, or one row per field for an object. */
function toRows([name, value]: [string, unknown]): [name: string, text: string][] {
  if (Array.isArray(value)) return [[name, value.join(", ")]];
  if (typeof value !== "object" || value === null) return [[name, String(value ?? "")]];
  return Object.entries(value).flatMap(([part, inner]) => toRows([`${name}_${part}`, inner]));
}
