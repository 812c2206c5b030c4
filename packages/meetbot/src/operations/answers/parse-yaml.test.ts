import assert from "node:assert/strict";
import { test } from "node:test";
import { answerLimits } from "@meetbot/model/answers/answer-limits.ts";
import { parseYaml } from "./parse-yaml.ts";

const refused: Record<string, [text: string, line: number, says: RegExp]> = {
  "an alias": ["a: x\nb: *a\n", 2, /./],
  "an anchor": ["a: 1\nb: &a [x]\n", 2, /&a is an anchor/],
  "a bomb of aliases": ["a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n", 1, /anchor/],
  "a tag of a language": ["a: !!js/function 'x'\n", 1, /tag/i],
  bytes: ["a: !!binary aGk=\n", 1, /tag/],
  "two names alike": ["a: 1\nb: 2\na: 3\n", 3, /a stands here twice/],
  "two documents": ["a: 1\n---\nb: 2\n", 2, /second document/],
  "what is no YAML": ["a:\n  - b\n c: d\n", 3, /no YAML/],
  "lists within lists without end": ["a:\n  [".concat("[".repeat(100_000)), 2, /too deeply/],
  "lists on a line without end": ["- ".repeat(100_000), 1, /too deeply/],
};

for (const [what, [text, line, says]] of Object.entries(refused)) {
  test(`refuses ${what}, with its line`, () => {
    const { fault } = parseYaml(text);
    assert.match(fault?.message ?? "", says);
    assert.equal(fault?.line, line);
  });
}

test("names below names without end throw nothing", () => {
  const text = Array.from({ length: 3_000 }, (_, n) => `${" ".repeat(n % 900)}a${n}:`).join("\n");
  const steps = Array.from({ length: 900 }, (_, n) => `${" ".repeat(n)}a:`).join("\n");
  for (const one of [text, steps]) assert.doesNotThrow(() => parseYaml(one));
});

test("a file that is nothing but faults is refused in no time", () => {
  for (const part of [
    '"',
    "]",
    "&a ",
    "{}",
    ",",
    "[,",
    '"\\x',
    "*a ",
    "%a\n",
    "a: b: c\n",
    '"\n',
    "? ",
  ]) {
    const start = process.cpuUsage();
    parseYaml(part.repeat(answerLimits.fileBytes / part.length));
    const tookMs = process.cpuUsage(start).user / 1_000; // of the processor's time
    assert(tookMs < 10_000, `${JSON.stringify(part)}: ${Math.round(tookMs)} ms`);
  }
});

test("reads plain YAML, and knows on which line a thing stands", () => {
  const text = "# A file\na:\n  b:\n    - c: no\n    - d: 2026-12-24\n  __proto__: 1\n";
  const { value, fault, ...parsed } = parseYaml(text);
  assert.equal(fault, null);
  assert.equal(JSON.stringify(value), '{"a":{"b":[{"c":"no"},{"d":"2026-12-24"}],"__proto__":1}}');
  assert("lineOf" in parsed);
  const lines = ["/a", "/a/b", "/a/b/1", "/a/b/1/d", "/a/b/1/e", "/x", ""].map(parsed.lineOf);
  assert.deepEqual(lines, [2, 3, 5, 5, 5, 1, 1]);
});
