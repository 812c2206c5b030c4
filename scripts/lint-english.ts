// Fails where a comment or an English page has a turn of phrase that readers stumble over. Part of `npm run check:fast`.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findStilted } from "./english/find-stilted.ts";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));

/** What git has or would take. */
const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
  encoding: "utf8",
});
const paths = listed
  .split("\0")
  .filter((path) => /\.(?:tsx?|mjs|md)$/.test(path))
  .filter((path) => !/^docs\/zh\/|\.zh-CN\.md$|^packages\/meetbot\/training\//.test(path));

let count = 0;
for (const path of paths) {
  for (const { line, found, instead } of findStilted(path, readFileSync(path, "utf8"))) {
    count += 1;
    console.error(`${path}:${line}: "${found}": ${instead}.`);
  }
}
console.log(`${paths.length} files: ${count} stilted phrases.`);
process.exit(count > 0 ? 1 : 0);
