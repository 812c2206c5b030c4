import { ProtocolError } from "./protocol-error.ts";

/** An order needs four levels; deeper nesting can only be an attempt to exhaust the stack. */
const maxNesting = 32;

/** The smallest integer of 16 digits: a double represents every shorter one exactly, but not all of these. */
const minLongInteger = 1e15;
const longInteger = /^-?\d{16}\d*$/;

/**
 * Parses JSON without losing digits: an integer of 16 digits or more becomes a string of the same digits. Takes linear
 * time and throws only {@link ProtocolError}, whatever the text is.
 */
export function parseJson(text: string): unknown {
  const value = parse(text);
  if (!sift(value, 0)) return value;
  const exact = parse(quoteLongIntegers(text));
  sift(exact, 0);
  return exact;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProtocolError(
      "invalid_json",
      "",
      "The body is not JSON (RFC 8259): write it with a JSON serializer. Comments, trailing commas and single quotes are none.",
    );
  }
}

/**
 * Refuses values that nest too deep, and drops the keys that reach a prototype when a careless program copies them.
 * Returns whether a number in the value may have lost digits. One walk over the values takes a third of the time of
 * reading the text character by character.
 */
function sift(value: unknown, depth: number): boolean {
  if (typeof value === "number") return Math.abs(value) >= minLongInteger;
  if (typeof value !== "object" || value === null) return false;
  if (depth === maxNesting) throw nestedTooDeep();
  let isLossy = false;
  if (Array.isArray(value)) {
    for (const item of value) if (sift(item, depth + 1)) isLossy = true;
    return isLossy;
  }
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") delete fields[key];
    else if (sift(fields[key], depth + 1)) isLossy = true;
  }
  return isLossy;
}

/** Expects valid JSON, in which backslashes occur only inside strings. */
function quoteLongIntegers(json: string): string {
  let isString = false;
  return json.replace(/\\.|"|-?\d[\d.eE+-]*/g, (token) => {
    if (token === '"') isString = !isString;
    return !isString && longInteger.test(token) ? `"${token}"` : token;
  });
}

function nestedTooDeep(): ProtocolError {
  return new ProtocolError("nested_too_deep", "", `The body nests more than ${maxNesting} levels.`);
}
