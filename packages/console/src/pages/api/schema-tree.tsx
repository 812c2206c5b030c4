import { Code, Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import type { ApiDocument, Schema } from "./api-document.ts";
import { resolve } from "./list-operations.ts";
import { Prose } from "./prose.tsx";

/** Deeper than any answer of ours; a schema that names itself ends here. */
const deepest = 8;

interface TreeProps {
  schema: Schema;
  document: ApiDocument;
  depth?: number;
}

/** Lists the fields of a JSON value, with their types and descriptions. */
export function SchemaTree({ schema, document, depth = 0 }: TreeProps) {
  const fields = depth < deepest ? fieldsOf(schema, document) : [];
  if (fields.length === 0) {
    return depth === 0 ? (
      <Text size="sm" c="dimmed" lang="en">
        {typeOf(schema, document)}
      </Text>
    ) : null;
  }
  return (
    <ul className="schema" lang="en">
      {fields.map(([name, field, isRequired]) => (
        <Field
          key={name}
          name={name}
          schema={field}
          isRequired={isRequired}
          document={document}
          depth={depth}
        />
      ))}
    </ul>
  );
}

function Field(props: TreeProps & { name: string; isRequired: boolean }) {
  const { name, schema, isRequired, document, depth = 0 } = props;
  const words = useWords("api");
  const { description } = resolve(schema, document).schema;
  const type = typeOf(schema, document);
  const head = (
    <>
      <Code>{name}</Code>{" "}
      <Text span size="sm" c="dimmed">
        {isRequired ? type : `${type}, ${words.optional}`}
      </Text>
      {description && (
        <Text span size="sm">
          {" "}
          <Prose text={description} />
        </Text>
      )}
    </>
  );
  const fields = <SchemaTree schema={schema} document={document} depth={depth + 1} />;
  if (!isNamed(schema, document)) {
    return (
      <li>
        {head}
        {fields}
      </li>
    );
  }
  // Named schemas often occur in several places, so readers unfold them on demand.
  return (
    <li>
      <details>
        <summary>{head}</summary>
        {fields}
      </details>
    </li>
  );
}

function isNamed(schema: Schema, document: ApiDocument): boolean {
  const { schema: known, name } = resolve(schema, document);
  const inner = known.items ?? known.allOf?.[0];
  return (
    name !== null ||
    (inner !== undefined && resolve(inner, document).name !== null) ||
    inner?.allOf !== undefined
  );
}

/** Returns the fields of an object, of a list's items, or of all alternatives. */
function fieldsOf(schema: Schema, document: ApiDocument): [string, Schema, boolean][] {
  const { schema: known } = resolve(schema, document);
  if (known.items) return fieldsOf(known.items, document);
  const choices = known.allOf ?? known.anyOf ?? known.oneOf;
  if (choices) {
    const all = choices.flatMap((choice) => fieldsOf(choice, document));
    return all.filter(([name], nth) => all.findIndex(([other]) => other === name) === nth);
  }
  const required = new Set(known.required ?? []);
  return Object.entries(known.properties ?? {}).map(([name, field]) => [
    name,
    field,
    required.has(name),
  ]);
}

/** Describes a value's type in a few words: `string, 1 to 40 characters`, `list of Bot`, `"a" | "b"`. */
export function typeOf(schema: Schema, document: ApiDocument): string {
  const { schema: known, name } = resolve(schema, document);
  if (name) return name;
  if (known.const !== undefined) return JSON.stringify(known.const);
  if (known.enum) return known.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = known.anyOf ?? known.oneOf;
  if (choices) return [...new Set(choices.map((choice) => typeOf(choice, document)))].join(" | ");
  if (known.allOf) return "object";
  if (known.items) return `list of ${typeOf(known.items, document)}`;
  const types = [known.type ?? "any value"].flat().join(" | ");
  const bounds = [known.format, rangeOf(known), defaultOf(known)].filter(Boolean);
  return [types, ...bounds].join(", ");
}

function rangeOf({ minimum, maximum, minLength, maxLength }: Schema): string | undefined {
  const range = (low: number | undefined, high: number | undefined, unit: string) => {
    if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}`;
    if (low !== undefined) return `${low}${unit} or more`;
    return high === undefined ? undefined : `up to ${high}${unit}`;
  };
  const isSafeBound = (value?: number) => Math.abs(value ?? 0) === Number.MAX_SAFE_INTEGER;
  return (
    range(
      isSafeBound(minimum) ? undefined : minimum,
      isSafeBound(maximum) ? undefined : maximum,
      "",
    ) ?? range(minLength, maxLength, " characters")
  );
}

function defaultOf(schema: Schema): string | undefined {
  return schema.default === undefined ? undefined : `default ${JSON.stringify(schema.default)}`;
}
