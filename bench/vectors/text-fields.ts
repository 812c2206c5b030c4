/** The way to a value: keys and indexes from the outside in. */
export type Path = readonly (string | number)[];

/** What is no text: words that make another kind of query or answer, a code, a moment. */
const others = ["method", "kind", "reason", "currency", "timestamp"];

/** The ways to all texts in a value. */
export function fieldsOf(value: unknown): Path[] {
  if (typeof value === "string") return [[]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !others.includes(key))
    .flatMap(([key, item]) => fieldsOf(item).map((path) => [key, ...path]));
}

export function readAt(value: unknown, path: Path): unknown {
  return path.reduce((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
}

/** A copy of a value with another text at one place. */
export function writeAt<Value extends object>(value: Value, path: Path, text: string): Value {
  const copy = structuredClone(value);
  const parent = readAt(copy, path.slice(0, -1)) as Record<string, unknown>;
  parent[String(path.at(-1))] = text;
  return copy;
}
