import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The packages whose scripts, styles and search are part of the built site. */
const parts = [
  "@astrojs/starlight/LICENSE",
  "astro/LICENSE",
  "@expressive-code/core/LICENSE",
  "pagefind/LICENSE/LICENSE",
];

/** The licenses under which others let the site be handed on: it carries them along. */
export function licensesOf(modules: string): string {
  return parts
    .map((file) => `${file.split("/LICENSE")[0]}\n\n${readFileSync(join(modules, file), "utf8")}`)
    .join("\n\n");
}
