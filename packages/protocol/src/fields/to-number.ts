/**
 * Converts a text of the given form to its number, because shops write numbers as texts too; returns any other value
 * unchanged.
 */
export function toNumber(value: unknown, form: RegExp): unknown {
  return typeof value === "string" && form.test(value) ? Number(value) : value;
}
