/**
 * Returns a token that is hard to guess and uses only characters that every form accepts. (`randomUUID` exists over
 * https only.)
 */
export function newVerifyToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
