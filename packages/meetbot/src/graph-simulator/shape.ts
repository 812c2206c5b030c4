import { GraphFault } from "./graph-fault.ts";

/** Checks a value and throws the error that Graph would return; `path` is the value's location. */
export type GraphCheck = (value: unknown, path: string) => void;

/** Checks for an object with these keys and no others: Graph refuses a message with a single unknown key. */
export function object(
  required: Record<string, GraphCheck>,
  optional: Record<string, GraphCheck> = {},
): GraphCheck {
  const known: Record<string, GraphCheck> = { ...required, ...optional };
  return (value, path) => {
    const fields = fieldsOf(value, path);
    const unknown = Object.keys(fields).filter((key) => !Object.hasOwn(known, key));
    if (unknown.length > 0) {
      throw new GraphFault(
        100,
        `Invalid keys "${unknown.join(", ")}" were found in param "${path}".`,
      );
    }
    for (const key of Object.keys(required)) {
      if (fields[key] === undefined)
        throw new GraphFault(100, `param ${path}[${key}] is required.`);
    }
    for (const [key, field] of Object.entries(fields)) known[key]?.(field, `${path}[${key}]`);
  };
}

/** Checks an object whose kind is the value of one of its keys. */
export function byKind(key: string, shapes: Record<string, GraphCheck>): GraphCheck {
  return (value, path) => {
    const kind = fieldsOf(value, path)[key];
    const shape =
      typeof kind === "string" && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    if (!shape) throw must(`${path}[${key}]`, `be one of {${Object.keys(shapes).join(", ")}}`);
    shape(value, path);
  };
}

/** Checks an array of `min` to `max` items of the same shape. */
export function list(
  item: GraphCheck,
  { min = 1, max }: { min?: number; max: number },
): GraphCheck {
  return (value, path) => {
    if (!Array.isArray(value)) throw must(path, "be an array");
    if (value.length < min) throw must(path, `have at least ${min} elements`);
    if (value.length > max) throw must(path, `have at most ${max} elements`);
    for (const [index, one] of value.entries()) item(one, `${path}[${index}]`);
  };
}

/** Checks a text's length, counted in UTF-16 units: the strictest interpretation. */
export function text({ min = 1, max = 2000 }: { min?: number; max?: number } = {}): GraphCheck {
  return (value, path) => {
    if (typeof value !== "string") throw must(path, "be a UTF-8 encoded string");
    if (!value.isWellFormed()) throw must(path, "be a UTF-8 encoded string");
    if (value.trim().length < min) throw must(path, "be a non-empty string");
    if (value.length > max)
      throw new GraphFault(100, `Length of param ${path} must be less than or equal to ${max}`);
  };
}

/** Checks that a text matches the pattern; `what` ends the sentence "must be …". */
export function matching(pattern: RegExp, what: string): GraphCheck {
  return (value, path) => {
    if (typeof value !== "string" || !pattern.test(value)) throw must(path, `be ${what}`);
  };
}

/** Checks for an http or https URL with a host. Throws a {@link GraphFault} otherwise. */
export const url: GraphCheck = (value, path) => {
  if (typeof value !== "string" || !/^https?:\/\/[^/\s]/i.test(value) || !URL.canParse(value)) {
    throw must(path, "be a valid URL");
  }
};

/** Checks for the booleans true or false, not a string. Throws a {@link GraphFault} otherwise. */
export const flag: GraphCheck = (value, path) => {
  if (typeof value !== "boolean") throw must(path, "be a boolean");
};

/** Checks for a whole number, 0 or more. Throws a {@link GraphFault} otherwise. */
export const count: GraphCheck = (value, path) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw must(path, "be an integer");
};

/** Checks for "numbers with a decimal dot", with at most two decimals. Throws a {@link GraphFault} otherwise. */
export const amount: GraphCheck = (value, path) => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw must(path, "be a number");
  if (Math.abs(Math.round(value * 100) - value * 100) > 1e-6)
    throw must(path, "have at most 2 decimals");
};

/** Checks that a value is one of these. */
export function oneOf(...words: unknown[]): GraphCheck {
  return (value, path) => {
    if (!words.includes(value)) throw must(path, `be one of {${words.join(", ")}}`);
  };
}

/** Combines several checks of the same value. */
export function all(...checks: GraphCheck[]): GraphCheck {
  return (value, path) => {
    for (const check of checks) check(value, path);
  };
}

/** Checks that an object has exactly one of these keys. */
export function exactlyOne(...keys: string[]): GraphCheck {
  return (value, path) => {
    const given = keys.filter((key) => fieldsOf(value, path)[key] !== undefined);
    if (given.length !== 1) throw must(path, `have exactly one of {${keys.join(", ")}}`);
  };
}

/** Returns a value as an object, at any depth of a call. Throws a {@link GraphFault} if it is not one. */
export function fieldsOf(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw must(path, "be an object");
  return value as Record<string, unknown>;
}

function must(path: string, what: string): GraphFault {
  return new GraphFault(100, `param ${path} must ${what}.`);
}
