import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../src/site.ts";

/** A fenced block of a page: what a reader copies, or is shown. */
export interface Block {
  file: string;
  line: number;
  /** What stands behind the fence; empty where nothing does. */
  language: string;
  code: string;
}

/** Where the English pages lie. The Chinese ones show the same: `chinese-docs.test.ts` holds them to it. */
const pages = [
  "*.md",
  "docs/*.md",
  "docs/decisions/*.md",
  "packages/*/README.md",
  "examples/*/README.md",
  "bench/*.md",
];

/** Every fenced block, without the indentation that it has within a list. */
export function readBlocks(among: readonly string[] = pages): Block[] {
  return globSync(among, { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.includes(".zh"))
    .sort()
    .flatMap((file) => blocksOf(file, readFileSync(join(root, file), "utf8")));
}

function blocksOf(file: string, page: string): Block[] {
  return [...page.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].map(
    ({ index, 1: indent = "", 2: language = "", 3: code = "" }) => ({
      file,
      line: page.slice(0, index).split("\n").length,
      language,
      code: code.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    }),
  );
}

/** Returns where a block stands, for its fixer. */
export const placeOf = ({ file, line }: Block) => `${file}:${line}`;
