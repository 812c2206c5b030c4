import type { ApiDocument, Schema } from "./api-document.ts";
import { resolve } from "./list-operations.ts";

/** Deeper than any body of ours; a schema that names itself ends here. */
const deepest = 8;

/** A value as a schema describes it, to begin with. */
export function exampleOf(schema: Schema, document: ApiDocument, depth = 0): unknown {
  const { schema: known } = resolve(schema, document);
  if (known.example !== undefined) return known.example;
  if (known.default !== undefined) return known.default;
  if (known.const !== undefined) return known.const;
  if (known.enum) return known.enum[0];
  const [choice] = known.anyOf ?? known.oneOf ?? [];
  if (choice) return exampleOf(choice, document, depth + 1);
  const type = [known.type].flat().find((one) => one !== "null");
  if (type === "object" && depth < deepest) return exampleObject(known, document, depth);
  if (type === "array") {
    return known.items && depth < deepest ? [exampleOf(known.items, document, depth + 1)] : [];
  }
  return simple[type ?? ""] ?? null;
}

const simple: Record<string, unknown> = {
  string: "…",
  integer: 1,
  number: 1,
  boolean: true,
  object: {},
};

function exampleObject(schema: Schema, document: ApiDocument, depth: number): object {
  const required = new Set(schema.required ?? []);
  const properties = Object.entries(schema.properties ?? {});
  const wanted = properties.filter(([name]) => required.has(name));
  return Object.fromEntries(
    (wanted.length > 0 ? wanted : properties.slice(0, 1)).map(([name, property]) => [
      name,
      exampleOf(property, document, depth + 1),
    ]),
  );
}
