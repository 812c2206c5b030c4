import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { expandGrammar } from "./expand-grammar.ts";
import { parseGrammar } from "./parse-grammar.ts";
import { createRandom } from "./random.ts";

const slots = { name: "slots.txt", text: "# Things.\nthing:\n  lamp\n  [red|blue] bag\n" };

function expand(...lines: string[]): string[] {
  const grammar = parseGrammar([slots, { name: "other--test.txt", text: lines.join("\n") }]);
  return expandGrammar(grammar, 40, createRandom(1)).map(({ text }) => text);
}

describe("the grammar", () => {
  it("makes every form of a template, and each once", () => {
    assert.deepEqual(expand("[where|when] is [my |]{thing}?").toSorted(), [
      "when is blue bag?",
      "when is lamp?",
      "when is my blue bag?",
      "when is my lamp?",
      "when is my red bag?",
      "when is red bag?",
      "where is blue bag?",
      "where is lamp?",
      "where is my blue bag?",
      "where is my lamp?",
      "where is my red bag?",
      "where is red bag?",
    ]);
  });

  it("nests choices, keeps placeholders and skips comments", () => {
    assert.deepEqual(expand("# no", "", "a [b [c|d]|e] <id>").toSorted(), [
      "a b c <id>",
      "a b d <id>",
      "a e <id>",
    ]);
  });

  it("takes the intent from the file's name and the weight from the line's end", () => {
    const [template] = parseGrammar([{ name: "help.txt", text: "what can you do *3" }]).templates;
    assert.equal(template?.intent, "help");
    assert.equal(template?.weight, 3);
    assert.equal(template?.source, "what can you do");
  });

  const wrong: [string, RegExp][] = [
    ["a [b|c", /other--test\.txt:2: "\[" at 3 is never closed/],
    ["a ] b", /other--test\.txt:2: "\]" at 3 closes nothing/],
    ["a | b", /other--test\.txt:2: "\|" stands outside/],
    ["a {nothing}", /other--test\.txt:2: slot "nothing"/],
    ["a { b", /other--test\.txt:2: "\{" at 3 names no slot/],
  ];
  for (const [line, message] of wrong) {
    it(`names file and line of: ${line}`, () => assert.throws(() => expand("fine", line), message));
  }

  it("names the line of a slot that is there twice, and a file of no intent", () => {
    const twice = { name: "slots.txt", text: "a:\n  b\na:\n" };
    assert.throws(() => parseGrammar([twice]), /slots\.txt:3: slot "a" is there already/);
    assert.throws(
      () => parseGrammar([{ name: "odd.txt", text: "x" }]),
      /odd\.txt: "odd" is no intent/,
    );
  });
});
