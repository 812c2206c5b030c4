/** An answer of ten orders with all their lines has less than 6,000. */
const MAX_VALUES = 20_000;

/** The shortest possible value in a JSON text: a digit and a comma. */
const LEAST_CHARACTERS = 2;

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const openBrace = 0x7b;

/**
 * Whether a JSON text holds more values than any answer and so must not be parsed: a value of two characters, as in
 * `[[],[],[], …`, takes forty bytes or more once parsed.
 */
export function hasTooManyValues(text: string): boolean {
  if (text.length < MAX_VALUES * LEAST_CHARACTERS) return false;
  let values = 0;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === quote) isString = !isString;
    else if (character === backslash) index += 1;
    else if (!isString) {
      const isValue = character === comma || character === openBracket || character === openBrace;
      if (isValue) values += 1;
      if (values > MAX_VALUES) return true;
    }
  }
  return false;
}
