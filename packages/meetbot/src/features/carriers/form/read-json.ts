/** The longest tracking numbers have some 40 characters. */
const maxNumberLength = 64;

/** A JSON object; `null`: it is none. */
export function readObject(text: string): Record<string, unknown> | null {
  try {
    const told: unknown = JSON.parse(text);
    return isObject(told) ? told : null;
  } catch {
    return null;
  }
}

/** Returns the fields of an object; an empty object for any other value. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Returns the fields of a list's last item; none if the value is not a list. */
export function lastOf(value: unknown): Record<string, unknown> {
  return fieldsOf(Array.isArray(value) ? value.at(-1) : undefined);
}

/** Parses a tracking number: letters, digits and separators. `null` if the value is not one. */
export function readNumber(value: unknown): string | null {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || text.length > 2 * maxNumberLength) return null;
  const number = text.trim();
  return number.length <= maxNumberLength && /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(number)
    ? number
    : null;
}

/** Returns text as it is, a number as text, and "" for anything else. */
export function readText(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : "";
}

/** A moment with its zone in Unix milliseconds; `null`: it has none, or is no moment. */
export function readMoment(value: unknown): number | null {
  if (typeof value !== "string" || !zoned.test(value)) return null;
  return readMs(Date.parse(value));
}

/** A moment in Unix seconds or milliseconds; `null`: it is none. */
export function readStamp(value: unknown): number | null {
  if (typeof value !== "number") return null;
  return readMs(value < 100_000_000_000 ? value * 1_000 : value);
}

const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** From 2001 until 2286. */
const readMs = (ms: number) =>
  ms >= 1_000_000_000_000 && ms < 10_000_000_000_000 ? Math.trunc(ms) : null;
