/** Returns a number without the parts that people leave out or add: letter case, `#`, spaces and dashes. */
export function comparableNumber(number: string): string {
  return number
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
}

/** Checks whether two spellings are the same order or package number. */
export function sameNumber(one: string | undefined, other: string): boolean {
  const comparable = comparableNumber(other);
  return one !== undefined && comparable !== "" && comparableNumber(one) === comparable;
}
