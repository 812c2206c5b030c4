import { ProtocolError } from "./protocol-error.ts";

/** An order needs four levels; beyond this depth lies only an attempt to exhaust a stack. */
const maxNesting = 32;

/** A double holds every integer of 15 digits exactly, and no longer every one of 16. */
const longInteger = /\d{16}/;

/** Keys that reach a prototype when a careless program copies them, also when written escaped. */
const forbiddenKeys = ["__proto__", "constructor", "prototype"];
const unicodeEscape = "\\u";

// Compared as code units: a string for each character would cost more than the parsing.
const quote = 0x22;
const minus = 0x2d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Reads JSON without losing digits: an integer of 16 digits or more becomes a string of the same
 * digits. Takes linear time and throws nothing but {@link ProtocolError}, whatever the text is.
 */
export function parseJson(text: string): unknown {
  checkNesting(text);
  const value = parse(text);
  return longInteger.test(text) ? parse(quoteLongIntegers(text)) : value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, mayHoldForbiddenKey(text) ? dropForbiddenKey : undefined);
  } catch {
    throw new ProtocolError(
      "invalid_json",
      "",
      "The body is not JSON (RFC 8259). Write it with a JSON serializer: comments, trailing commas and single quotes are no JSON.",
    );
  }
}

/** A reviver costs ten times the parsing, so it is kept for the rare text that may need it. */
function mayHoldForbiddenKey(text: string): boolean {
  return text.includes(unicodeEscape) || forbiddenKeys.some((key) => text.includes(key));
}

function dropForbiddenKey(key: string, value: unknown): unknown {
  return forbiddenKeys.includes(key) ? undefined : value;
}

/** Looks before anything is parsed, and therefore at any text, JSON or not. */
function checkNesting(text: string): void {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === quote) index = endOfString(text, index);
    else if (character === openBracket || character === openBrace) depth += 1;
    else if (character === closeBracket || character === closeBrace) depth -= 1;
    if (depth > maxNesting) {
      throw new ProtocolError(
        "nested_too_deep",
        "",
        `The body nests more than ${maxNesting} levels; no question or answer needs more than five.`,
      );
    }
  }
}

/** Expects valid JSON: outside of strings a digit begins a number there. */
function quoteLongIntegers(json: string): string {
  let quoted = "";
  let copied = 0;
  for (let index = 0; index < json.length; index += 1) {
    const character = json.charCodeAt(index);
    if (character === quote) index = endOfString(json, index);
    else if (character === minus || isDigit(character)) {
      const end = endOfNumber(json, index);
      const literal = json.slice(index, end);
      if (/^-?\d{16,}$/.test(literal)) {
        quoted += `${json.slice(copied, index)}"${literal}"`;
        copied = end;
      }
      index = end - 1;
    }
  }
  return quoted + json.slice(copied);
}

/** The index of the quote that closes the string opened at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === "\\") backslashes += 1;
  return backslashes % 2 === 1;
}

function endOfNumber(json: string, start: number): number {
  let end = start + 1;
  while (/[\d.eE+-]/.test(json.charAt(end))) end += 1;
  return end;
}

function isDigit(character: number): boolean {
  return character >= 0x30 && character <= 0x39;
}
