import type { Block } from "./read-blocks.ts";

/** Blocks of a page that another test reads and runs, by their languages. */
export const provedElsewhere: readonly { file: string; languages: string[]; by: string }[] = [
  {
    file: "docs/protocol.md",
    languages: ["http", "json", "text"],
    by: "packages/protocol/test/protocol-page.test.ts",
  },
  {
    file: "docs/command-line.md",
    languages: ["text"],
    by: "packages/meetbot/src/cli/command-line.test.ts",
  },
  {
    file: "docs/merchant-guide.md",
    languages: ["js", "php", "python", "java", "go"],
    by: "packages/meetbot/test/fixtures/guide.ts",
  },
  {
    file: "docs/answers.md",
    languages: ["yaml"],
    by: "packages/meetbot/test/answers-page.test.ts",
  },
  {
    file: "docs/config-as-code.md",
    languages: ["yaml"],
    by: "packages/meetbot/test/config-page.test.ts",
  },
  {
    file: "docs/storage.md",
    languages: ["sql"],
    by: "packages/meetbot/test/postgres-versions.test.ts",
  },
  {
    file: "docs/high-availability.md",
    languages: ["ini", "yaml", "sql", "text"],
    by: "packages/meetbot/test/patroni.test.ts",
  },
  {
    file: "packages/sdk/README.md",
    languages: ["js"],
    by: "packages/sdk/test/readme.test.ts",
  },
  {
    file: "examples/demo-store/README.md",
    languages: ["ts"],
    by: "examples/demo-store/test/readme.test.ts",
  },
];

export const isProvedElsewhere = ({ file, language }: Block) =>
  provedElsewhere.some((one) => one.file === file && one.languages.includes(language));
