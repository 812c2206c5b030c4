import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./page.ts";
import { readPage } from "./read-page.ts";

/** Documentation pages that are stored next to the code they describe. */
const besides: Readonly<Record<string, string>> = {
  sdk: "packages/sdk/README.md",
  embed: "packages/embed/README.md",
  architecture: "ARCHITECTURE.md",
  changelog: "CHANGELOG.md",
  security: "SECURITY.md",
};

/** Folder of the Chinese pages, which have the same names as the English ones. */
const chinese = "docs/zh/";

/** All pages of a checkout, in both languages. */
export function findPages(root: string): Page[] {
  const names = existsSync(join(root, "docs"))
    ? readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    : [];
  const own = names
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => ({ file, slug: slugOf(file) }));
  const others = Object.entries(besides)
    .filter(([, file]) => existsSync(join(root, file)))
    .map(([slug, file]) => ({ file, slug }));
  return [...own, ...others].map(({ file, slug }) =>
    readPage(readFileSync(join(root, file), "utf8"), {
      file,
      slug,
      locale: file.startsWith(chinese) ? "zh" : "en",
    }),
  );
}

/** `docs/zh/protocol.md` is `protocol`, in Chinese; a folder's README is its first page. */
function slugOf(file: string): string {
  const name = file.slice((file.startsWith(chinese) ? chinese : "docs/").length, -".md".length);
  return name === "README" ? "index" : name;
}
