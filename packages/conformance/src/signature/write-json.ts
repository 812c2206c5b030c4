/** How a language's JSON serializer differs from the one that writes Meetbot's bodies. */
export interface JsonStyle {
  /** Between two items, and between a name and its value. */
  comma?: string;
  colon?: string;
  /** One step to the right for each level, on lines of their own. */
  indent?: string;
  /** Names in alphabetical order. */
  isSorted?: boolean;
  /** Characters that are written as \u and four digits. */
  escaped?: RegExp;
  /** A slash becomes \/. */
  escapesSlashes?: boolean;
}

/** Matches non-ASCII code units. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
export const beyondAscii = /[^\x00-\x7f]/g;

/** Writes JSON as another language would. */
export function writeJson(value: unknown, style: JsonStyle, depth = 0): string {
  if (typeof value === "string") return writeText(value, style);
  if (typeof value !== "object" || value === null) return String(value);
  const { colon = ":", isSorted = false } = style;
  if (Array.isArray(value)) {
    const items = value.map((item) => writeJson(item, style, depth + 1));
    return bracket("[]", items, style, depth);
  }
  const entries = Object.entries(value);
  if (isSorted) entries.sort(([one], [other]) => (one < other ? -1 : 1));
  const fields = entries.map(
    ([name, item]) => `${writeText(name, style)}${colon}${writeJson(item, style, depth + 1)}`,
  );
  return bracket("{}", fields, style, depth);
}

function bracket(pair: string, items: string[], style: JsonStyle, depth: number): string {
  const { comma = ",", indent } = style;
  if (indent === undefined || items.length === 0) return pair[0] + items.join(comma) + pair[1];
  const line = `\n${indent.repeat(depth + 1)}`;
  return `${pair[0]}${line}${items.join(`,${line}`)}\n${indent.repeat(depth)}${pair[1]}`;
}

function writeText(text: string, { escaped, escapesSlashes = false }: JsonStyle): string {
  const slashed = JSON.stringify(text).replaceAll("/", escapesSlashes ? "\\/" : "/");
  if (escaped === undefined) return slashed;
  return slashed.replace(escaped, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
