import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { concerns, facts, surveys } from "@meetbot/model/conversation/recognition.ts";
import { languages } from "@meetbot/presentation";
import { recognize } from "../src/recognition/recognize.ts";

/** The page in a language: how its headings are called, in which column its examples stand, and what only describes. */
const pages = [
  {
    ...{ file: "questions.md", language: languages.en, min: 11, described: /^[^A-Z]/ },
    headings: { facts: "Facts", lists: "Lists", surveys: "Several orders", concerns: "Concerns" },
  },
  {
    ...{ file: "zh/questions.md", language: languages.zh, min: 4, described: /^（/ },
    headings: { facts: "事实", lists: "列表", surveys: "几个订单", concerns: "麻烦和要求" },
  },
];

/** The rows below a heading, without what names the columns. */
function rowsOf(file: string, heading: string): string[][] {
  const page = readFileSync(new URL(`../../../docs/${file}`, import.meta.url), "utf8");
  const [, table = ""] = new RegExp(`## ${heading}\n[^|]*([^]*?)\n\n`).exec(page) ?? [];
  const rows = table.split("\n").slice(2);
  return rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The keys that a first cell names, in backticks. */
const keysIn = (cell = "") => [...cell.matchAll(/`(\w+)`/g)].map(([, key = ""]) => key);

/** All that the bot says in a language, with anything in its places. */
const phrasesOf = ({ language, min }: (typeof pages)[number]) =>
  Object.values(language.dialog).flatMap((phrase) => {
    const parts = phrase.split(/\{\w+\}/);
    // One that is hardly more than its places would be everything.
    if (parts.join("").length < min) return [];
    const escaped = parts.map((part) => part.replace(/[.?*+^$()[\]\\|]/g, "\\$&"));
    return [new RegExp(`^${escaped.join(".*")}$`)];
  });

for (const page of pages) {
  const { file, headings, described } = page;
  const rowsBelow = (part: keyof typeof headings) => rowsOf(file, headings[part]);

  test(`${file} names every fact, survey and concern, once`, () => {
    for (const [part, all] of [
      ["facts", facts],
      ["surveys", surveys],
      ["concerns", concerns],
    ] as const) {
      const named = rowsBelow(part).flatMap(([key]) => keysIn(key));
      assert.deepEqual(named.toSorted(), all.toSorted());
    }
  });

  test(`each example of ${file} is understood as it says, in English and in Chinese`, () => {
    const examples = (part: keyof typeof headings) =>
      rowsBelow(part).flatMap(([key, one = "", other = ""]) =>
        [one, other].map((said) => ({ keys: keysIn(key), said })),
      );
    for (const { keys, said } of examples("facts"))
      assert.deepEqual(recognize(said).about, keys, said);
    for (const { keys, said } of examples("concerns")) {
      assert.equal(recognize(said).concern, keys[0], said);
    }
    for (const { keys, said } of examples("surveys")) {
      assert.equal(recognize(said).narrowing?.survey, keys[0], said);
    }
    for (const { keys, said } of examples("lists")) {
      const [name = ""] = Object.keys(recognize(said).narrowing ?? {});
      assert.ok(keys.includes(name), said);
    }
  });

  test(`each answer of ${file} is what the bot says`, () => {
    const phrases = phrasesOf(page);
    const answers = (["facts", "surveys", "concerns"] as const).flatMap((part) =>
      rowsBelow(part).map(([, , , answer = ""]) => answer),
    );
    for (const answer of answers.filter((one) => !described.test(one))) {
      assert.ok(
        phrases.some((phrase) => phrase.test(answer.replaceAll("'", "’")) || phrase.test(answer)),
        answer,
      );
    }
  });
}
