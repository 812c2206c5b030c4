// Fails where a comment or an English page has a turn of phrase that readers stumble over. Part of `npm run check:fast`.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findStilted } from "./english/find-stilted.ts";
import { listFiles } from "./list-files.ts";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));

const paths = listFiles()
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
