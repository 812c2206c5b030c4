/** `America/Argentina/ComodRivadavia` is the longest that there is. */
const maxLength = 40;

/** The zone of the customer's clocks, by its IANA name; `null`: what was sent is none, and says nothing. */
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
