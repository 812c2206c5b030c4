import { readFileSync } from "node:fs";
import { type ESTree, parseSync, Visitor } from "vite";

/** A regular expression. */
export interface Regexp {
  source: string;
  flags: string;
  /**
   * It is a phrase of the lexicons, of which there are hundreds: nobody looks for attacks on those that cannot be proved
   * to be safe, which would take hours. Their gaps are bounded, and slow-text.test.ts measures attacks on all together.
   */
  isPhrase?: boolean;
}

/** A regular expression, and where the code has it. */
export interface FoundRegexp extends Regexp {
  /** `path:line`, from the root of the checkout. */
  place: string;
}

/** What a file has: the expressions that are written down, and the places where one is put together. */
export interface FileRegexps {
  written: FoundRegexp[];
  /** Lines of `new RegExp(…)` and `RegExp(…)`. */
  builtAt: string[];
}

/** Reads the regular expressions of a file as a parser sees them, so that none hides in a text. */
export function readRegexps(path: string): FileRegexps {
  const code = readFileSync(path, "utf8");
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new SyntaxError(`${path} cannot be parsed: ${errors[0].message}`);
  const found: FileRegexps = { written: [], builtAt: [] };
  const placeOf = (start: number) => `${path}:${code.slice(0, start).split("\n").length}`;
  const read = (node: ESTree.NewExpression | ESTree.CallExpression) => {
    if (node.callee.type !== "Identifier" || node.callee.name !== "RegExp") return;
    found.builtAt.push(placeOf(node.start));
  };
  new Visitor({
    Literal(node) {
      if (!("regex" in node)) return;
      const { pattern: source, flags } = node.regex;
      found.written.push({ source, flags, place: placeOf(node.start) });
    },
    NewExpression: read,
    CallExpression: read,
  }).visit(program);
  return found;
}
