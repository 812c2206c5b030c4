import type { ApiDocument, Operation, Schema } from "./api-document.ts";

/** An operation, with its name: `GET /bots/{bot_id}`. */
export interface NamedOperation {
  name: string;
  method: string;
  path: string;
  operation: Operation;
}

export interface Area {
  name: string;
  operations: NamedOperation[];
}

/** Returns the operations that contain the search words, grouped by area, in document order. */
export function listOperations({ paths }: ApiDocument, words: string): Area[] {
  const areas = new Map<string, NamedOperation[]>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const named = { name: `${method.toUpperCase()} ${path}`, method, path, operation };
      if (!matches(named, words)) continue;
      const area = operation.tags?.[0] ?? "";
      areas.set(area, [...(areas.get(area) ?? []), named]);
    }
  }
  return [...areas].map(([name, operations]) => ({ name, operations }));
}

function matches({ name, operation }: NamedOperation, words: string): boolean {
  const { summary = "", description = "", tags = [] } = operation;
  const text = [name, summary, description, ...tags].join(" ").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Resolves a reference, and returns its name too. */
export function resolve(
  schema: Schema,
  document: ApiDocument,
): { schema: Schema; name: string | null } {
  const name = schema.$ref?.split("/").at(-1);
  if (name === undefined) return { schema, name: null };
  const { $ref: _, ...beside } = schema;
  return { schema: { ...document.components?.schemas?.[name], ...beside }, name };
}
