/**
 * The words a sealed value is bound to: whose it is and what it is. Parts are joined by NUL, which
 * PostgreSQL keeps out of every id, so that two different lists never read the same.
 */
export function sealContext(...parts: string[]): string {
  return parts.join("\0");
}
