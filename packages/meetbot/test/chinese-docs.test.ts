import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

// The Chinese pages are written by themselves. What runs is the same in both languages, and proved once.

const docs = new URL("../../../docs/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, docs), "utf8");

/** Fenced blocks, without the words of their comments. */
const blocksOf = (page: string) =>
  [...page.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)].map(
    ([, language, block = ""]) =>
      `${language}\n${block.replaceAll(/(?<=^|\s)(#|\/\/) .*$/gm, "").replaceAll(/[ \t]+$/gm, "")}`,
  );

for (const name of readdirSync(new URL("zh/", docs))) {
  test(`docs/zh/${name} shows what docs/${name} shows`, () => {
    const known = new Set(blocksOf(read(name)));
    for (const block of blocksOf(read(`zh/${name}`))) assert(known.has(block), block);
  });
}
