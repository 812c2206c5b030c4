/** Returns the fields of a JSON object; none if the body is not one. */
export function jsonFields(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A number and a sentence of a platform's, as far as they are there. */
export function inWords(code: unknown, message: unknown): string {
  const parts = [code, message].filter((part) => ["string", "number"].includes(typeof part));
  return parts.length > 0 ? parts.join(" ") : "the answer is not the platform's";
}
