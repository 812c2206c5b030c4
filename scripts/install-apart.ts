import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Exact versions by name, as in a package.json. */
export type Versions = Readonly<Record<string, string>>;

/** What is installed, and where of what comes with it another version is to be taken. */
interface Wanted {
  dependencies: Versions;
  overrides?: Versions;
}

const cache = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));

/**
 * Installs what only a benchmark or a test of other runtimes needs, once for each set of versions,
 * and returns the folder that holds its `node_modules`. The workspace neither installs nor locks it.
 */
export function installApart(name: string, dependencies: Versions, overrides?: Versions): string {
  const wanted: Wanted = { dependencies, ...(overrides && { overrides }) };
  const installed = find(name, wanted);
  if (installed !== null) return installed;
  const folder = folderOf(name);
  console.error(`Installing ${Object.keys(dependencies).join(", ")} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), manifestOf(wanted));
  // No script of theirs runs: what is needed lies in their packages as it is loaded.
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", "--prefix", folder, ...quiet], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(join(folder, done), manifestOf(wanted));
  return folder;
}

/** The same folder, or null where this very set is not installed. */
export function findApart(name: string, dependencies: Versions): string | null {
  return find(name, { dependencies });
}

function find(name: string, wanted: Wanted): string | null {
  const file = join(folderOf(name), done);
  const isInstalled = existsSync(file) && readFileSync(file, "utf8") === manifestOf(wanted);
  return isInstalled ? folderOf(name) : null;
}

/** Written when npm is through, so that half an installation counts as none. */
const done = "installed.json";

const folderOf = (name: string): string => join(cache, `meetbot-${name}`);

const manifestOf = (wanted: Wanted): string =>
  JSON.stringify({ private: true, ...wanted }, null, 2);
