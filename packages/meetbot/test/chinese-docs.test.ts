import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

// The Chinese pages are written by themselves. What runs is the same in both languages, and proved once.

const root = new URL("../../../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");

/** Fenced blocks, without the words of their comments. */
const blocksOf = (page: string) =>
  [...page.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)].map(
    ([, language, block = ""]) =>
      `${language}\n${block.replaceAll(/(?<=^|\s)(#|\/\/) .*$/gm, "").replaceAll(/[ \t]+$/gm, "")}`,
  );

/** A conversation in Chinese, which `code-blocks.test.ts` compares with a transcript. */
const isChineseTalk = (block: string) => block.startsWith("text\n顾客：");

const pages = [
  ["README.zh-CN.md", "README.md"],
  ...readdirSync(new URL("docs/zh/", root)).map((name) => [`docs/zh/${name}`, `docs/${name}`]),
];

for (const [chinese, english] of pages) {
  test(`${chinese} shows what ${english} shows`, () => {
    const known = new Set(blocksOf(read(english ?? "")));
    for (const block of blocksOf(read(chinese ?? ""))) {
      assert(known.has(block) || isChineseTalk(block), block);
    }
  });
}
