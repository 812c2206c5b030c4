/** Hard to guess, and of letters that every form takes. (`randomUUID` is there over https only.) */
export function newVerifyToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
