import type { z } from "zod";
import type { Place } from "./place.ts";

/**
 * Parses the value at a place by its schema, whose names were checked before. Returns `undefined` when the value does
 * not match; each fault then says what is allowed.
 */
export function readForm<Schema extends z.ZodType>(
  place: Place,
  schema: Schema,
): z.output<Schema> | undefined {
  const read = schema.safeParse(place.value, { error: explain });
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) place.fault(message, path.map(String));
  return undefined;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text; put it in quotes",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "names with values",
  record: "names with values",
};

const explain: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_value":
      return `It is one of ${issue.values.join(", ")}.`;
    case "invalid_type":
      return issue.input === undefined
        ? `This is missing: ${kinds[issue.expected] ?? issue.expected}.`
        : `It is ${kinds[issue.expected] ?? issue.expected}.`;
    case "too_small":
      return `It is too short: at least ${issue.minimum}.`;
    case "too_big":
      return `It is too long: at most ${issue.maximum}.`;
    default:
      return undefined;
  }
};
