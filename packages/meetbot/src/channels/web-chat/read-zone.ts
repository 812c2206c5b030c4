/** `America/Argentina/ComodRivadavia` is the longest time zone name. */
const maxLength = 40;

/** Returns the customer's time zone by its IANA name; `null` if the sent value is not one. */
export function readZone(value: unknown): string | null {
  if (typeof value !== "string" || value.length > maxLength || !/^[A-Z][\w+/-]*$/i.test(value)) {
    return null;
  }
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
