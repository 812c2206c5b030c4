import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Others install these and read no source: an editor shows them the comments. */
const installed = /^packages\/(?:sdk|protocol|network|conformance|presentation)\//;

interface Exported {
  file: string;
  name: string;
  doc: string;
  lines: string[];
}

const exported = globSync("packages/*/src/**/*.{ts,tsx}", { cwd: root })
  .filter((file) => !/\.(?:test|contract|fixture)\.tsx?$/.test(file))
  .flatMap(readExported);

/** What a file exports by `function` and `const`, each with the comment above it. */
function readExported(file: string): Exported[] {
  const parts = readFileSync(join(root, file), "utf8").split(/^(?=\/\*\*|[a-z])/m);
  return parts.flatMap((part, at) => {
    const name = /^export (?:async )?(?:function\*?|const) (\w+)/.exec(part)?.[1];
    const before = parts[at - 1] ?? "";
    const doc = before.startsWith("/**") ? before : "";
    return name === undefined ? [] : [{ file, name, doc, lines: part.split("\n") }];
  });
}

/** The first line of a nested function: it throws later, to its own caller. */
const innerFunction = /(?:=>|\): [^=]+|function\*? ?\w*\(.*\)|^\s+(?:async )?\*?\w+\(.*\)) \{$/;

const throwing = /^(?!\s*(?:\*|\/\/)).*\bthrow new /;

function throwsItself({ lines }: Exported): boolean {
  return lines.some((line, at) => throwing.test(line) && !isInner(lines, at));
}

/** Whether a function within this one stands around the line; the formatter's indents say so. */
function isInner(lines: readonly string[], at: number): boolean {
  const indentOf = (line = "") => line.search(/\S/);
  let indent = indentOf(lines[at]);
  for (const line of lines.slice(1, at).reverse()) {
    const outer = indentOf(line);
    if (outer <= 0 || outer >= indent) continue;
    if (innerFunction.test(line)) return true;
    indent = outer;
  }
  return false;
}

const placesOf = (found: readonly Exported[]) => found.map(({ file, name }) => `${file}: ${name}`);

test("whoever calls a function that throws can read so above it", () => {
  const all = exported.filter(throwsItself);
  assert(all.length > 50, "the functions that throw were not found");
  const silent = all.filter(({ doc }) => !/\bthrow/i.test(doc));
  assert.deepEqual(placesOf(silent), []);
});

test("each function of a package that others install says what it is for", () => {
  const isFunction = ({ lines: [first = ""] }: Exported) => / function\*? /.test(first);
  const all = exported.filter((one) => installed.test(one.file) && isFunction(one));
  assert(all.length > 100, "the functions of these packages were not found");
  assert.deepEqual(placesOf(all.filter(({ doc }) => doc === "")), []);
});
