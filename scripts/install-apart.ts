import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { takeLock } from "./take-lock.mjs";

/** Exact versions by name, as in a package.json. */
export type Versions = Readonly<Record<string, string>>;

const cache = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));

/**
 * Installs what only a benchmark or a test of other runtimes needs, once for each set of versions,
 * and returns the folder that holds its `node_modules`. The workspace neither installs nor locks it. `overrides` names
 * other versions of what comes along.
 */
export function installApart(name: string, dependencies: Versions, overrides?: Versions): string {
  const release = takeLock(name);
  try {
    return findApart(name, dependencies, overrides) ?? install(name, dependencies, overrides);
  } finally {
    release();
  }
}

function install(name: string, dependencies: Versions, overrides?: Versions): string {
  const folder = folderOf(name);
  const manifest = manifestOf(dependencies, overrides);
  console.error(`Installing ${Object.keys(dependencies).join(", ")} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), manifest);
  // No script of theirs runs: what is needed lies in their packages as it is loaded.
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", "--prefix", folder, ...quiet], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(join(folder, done), manifest);
  return folder;
}

/** The same folder, or null where this very set is not installed. */
export function findApart(
  name: string,
  dependencies: Versions,
  overrides?: Versions,
): string | null {
  const file = join(folderOf(name), done);
  const wanted = manifestOf(dependencies, overrides);
  return existsSync(file) && readFileSync(file, "utf8") === wanted ? folderOf(name) : null;
}

/** Written when npm is through, so that half an installation counts as none. */
const done = "installed.json";

const folderOf = (name: string): string => join(cache, `meetbot-${name}`);

const manifestOf = (dependencies: Versions, overrides?: Versions): string =>
  JSON.stringify({ private: true, dependencies, overrides }, null, 2);
