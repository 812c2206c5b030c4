// Turns the texts of one file of a language into a module. Plain JavaScript on purpose, as ../build.mjs is.
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** Returns a module whose texts are strings, and functions where a text has places to fill in. */
export function compileCatalog(catalog, language) {
  const body = compileValue(catalog, "");
  return `const rules = /* @__PURE__ */ new Intl.PluralRules(${JSON.stringify(language)});
const number = /* @__PURE__ */ new Intl.NumberFormat(${JSON.stringify(language)});
export default ${body};
`;
}

/** Returns the text as the parser reads it. Throws where it is no ICU message, or asks for what the console formats itself. */
export function parseMessage(text, name) {
  try {
    return parse(text, { ignoreTag: true, shouldParseSkeletons: false });
  } catch (cause) {
    throw new Error(`${name}: ${cause.message} in ${JSON.stringify(text)}`, { cause });
  }
}

function compileValue(value, name) {
  if (typeof value !== "string") {
    const entries = Object.entries(value).map(
      ([key, inner]) => `${JSON.stringify(key)}: ${compileValue(inner, `${name}.${key}`)}`,
    );
    return `{ ${entries.join(", ")} }`;
  }
  const parts = parseMessage(value, name);
  const text = compileParts(parts, name);
  return parts.every(({ type }) => type === TYPE.literal) ? text : `(at) => ${text}`;
}

function compileParts(parts, name, counted) {
  const texts = parts.map((part) => compilePart(part, name, counted));
  if (parts.every(({ type }) => type === TYPE.literal)) {
    return JSON.stringify(parts.map(({ value }) => value).join(""));
  }
  return `\`${texts.join("")}\``;
}

function compilePart(part, name, counted) {
  const value = `at[${JSON.stringify(part.value)}]`;
  if (part.type === TYPE.literal) return part.value.replace(/[`\\$]/g, "\\$&");
  if (part.type === TYPE.argument) return `\${${value}}`;
  if (part.type === TYPE.pound) return `\${number.format(${counted})}`;
  if (part.type !== TYPE.select && part.type !== TYPE.plural) {
    throw new Error(`${name}: format dates and numbers in code (useFormats), and fill them in.`);
  }
  if (part.offset || part.pluralType === "ordinal") throw new Error(`${name}: plain plurals only.`);
  const isPlural = part.type === TYPE.plural;
  const inner = isPlural ? value : counted;
  const branches = Object.entries(part.options).filter(([key]) => key !== "other");
  // What counts exactly goes before the forms of the language.
  branches.sort(([one], [other]) => Number(other.startsWith("=")) - Number(one.startsWith("=")));
  const tests = branches.map(([key, option]) => {
    const test = !isPlural
      ? `String(${value}) === ${JSON.stringify(key)}`
      : key.startsWith("=")
        ? `${value} === ${Number(key.slice(1))}`
        : `rules.select(${value}) === ${JSON.stringify(key)}`;
    return `${test} ? ${compileParts(option.value, name, inner)} : `;
  });
  return `\${${tests.join("")}${compileParts(part.options.other.value, name, inner)}}`;
}
