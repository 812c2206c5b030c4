/**
 * Returns the context that a sealed value is bound to: its owner and its kind. Parts are joined by NUL, which
 * PostgreSQL allows in no id, so that two different lists never give the same text.
 */
export function sealContext(...parts: string[]): string {
  return parts.join("\0");
}
