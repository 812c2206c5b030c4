/** Writes names and values as lines that a person reads. */
export function writeTable(values: object): string {
  const width = Math.max(...Object.keys(values).map((key) => key.length));
  const lines = Object.entries(values).map(([key, value]) => {
    const text = Array.isArray(value) ? value.join(", ") : String(value ?? "");
    return `${key.padEnd(width)}  ${text}`.trimEnd();
  });
  return lines.join("\n");
}
