import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));

/**
 * Installs what only a benchmark needs, once for each set of versions, and returns the folder that
 * holds its `node_modules`. The workspace neither installs nor locks it.
 */
export function install(name: string, dependencies: Readonly<Record<string, string>>): string {
  const folder = join(cache, `meetbot-bench-${name}`);
  const done = join(folder, "installed.json");
  const wanted = JSON.stringify({ private: true, dependencies }, null, 2);
  if (existsSync(done) && readFileSync(done, "utf8") === wanted) return folder;
  console.error(`Installing ${Object.keys(dependencies).join(", ")} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), wanted);
  // No script of theirs runs: what is measured lies in their packages as it is loaded.
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", "--prefix", folder, ...quiet], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(done, wanted);
  return folder;
}
