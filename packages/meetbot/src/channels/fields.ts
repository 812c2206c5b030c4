/** Untrusted JSON, read without ever failing: a value of the wrong type counts as absent. */
export type Fields = Readonly<Record<string, unknown>>;

const none: Fields = {};

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the object below a key, or an empty one if there is none. */
export function fieldsAt(fields: Fields, key: string): Fields {
  const value = Object.hasOwn(fields, key) ? fields[key] : none;
  return isFields(value) ? value : none;
}

/** The list below a key. Old pages of the documentation show a single object in its place. */
export function listAt(fields: Fields, key: string): unknown[] {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Returns a text, or a number as its digits: ids come as both. */
export function textAt(fields: Fields, key: string): string | undefined {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : undefined;
}

/** Returns the text below a key; an empty text counts as absent. */
export function idAt(fields: Fields, key: string): string | undefined {
  return textAt(fields, key) || undefined;
}

/** Meta's documentation: "All JSON properties in a webhook notification are strings". */
export function isTrueAt(fields: Fields, key: string): boolean {
  return textAt(fields, key) === "true" || fields[key] === true;
}
