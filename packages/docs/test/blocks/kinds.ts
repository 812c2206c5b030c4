import { configLanguages } from "./check-configs.ts";
import { isProvedElsewhere } from "./proved-elsewhere.ts";
import type { Block } from "./read-blocks.ts";
import { isShown } from "./shown.ts";

const isIn =
  (...languages: string[]) =>
  ({ language }: Block) =>
    languages.includes(language);

/** Blocks that a shell runs, in a folder with a file or two. */
export function isRunHere({ file, language, code }: Block): boolean {
  return language === "sh" && ranHere.some((one) => one.file === file && code.includes(one.has));
}
export const ranHere = [
  { file: "docs/protocol.md", has: "X-Hub-Signature" },
  { file: "docs/backup.md", has: "master.key.new" },
];

/** The kinds of blocks, each with a check for its members. `code-blocks.test.ts` says what is done with them. */
export const kinds: Readonly<Record<string, (block: Block) => boolean>> = {
  "proved by another test": isProvedElsewhere,
  "run in a shell": isRunHere,
  "commands that are known": (block) => isIn("sh")(block) && !isRunHere(block),
  "the SDK's webhook": ({ file, language }) => file === "README.md" && language === "js",
  "says what comes out": ({ file }) => file === "packages/presentation/README.md",
  compiled: (block) =>
    isIn("ts", "tsx", "js")(block) &&
    !isProvedElsewhere(block) &&
    !["README.md", "packages/presentation/README.md"].includes(block.file),
  "a tag for a page": isIn("html", "vue"),
  "a configuration": (block) => isIn(...configLanguages)(block) && !isProvedElsewhere(block),
  "what Meetbot shows": (block) => isShown(block) && !isProvedElsewhere(block),
};
