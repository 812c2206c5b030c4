import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { addAddresses, replaceHost } from "./lock-addresses.mjs";
import { takeLock } from "./take-lock.mjs";

/** Exact versions by name, as in a package.json. */
export type Versions = Readonly<Record<string, string>>;

/** npm could not install a set. The message says why, and what to do. */
export class InstallError extends Error {
  readonly code = "install_failed";
  override readonly name = "InstallError";
}

/** Ends a program that nobody saved from an installation that failed: with its one line, and no stack. */
function endInOneLine(error: unknown): void {
  if (!(error instanceof InstallError)) throw error;
  console.error(error.message);
  process.exit(1);
}

const cache = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));

/** The lock of each set that has one: `<name>.json`. */
const locks = fileURLToPath(new URL("apart/", import.meta.url));

/**
 * Installs what only a benchmark, a release or a few tests need, once for each set of versions, and returns the folder
 * that holds its `node_modules`. `npm ci` in the workspace does not fetch it. All that comes along is the versions and
 * hashes of `scripts/apart/<name>.json`, where there is such a lock; `UPDATE_LOCKS=1` writes it. `overrides` names
 * other versions of what comes along. Throws InstallError where npm fails.
 */
export function installApart(name: string, dependencies: Versions, overrides?: Versions): string {
  const release = takeLock(name);
  try {
    if (process.env.UPDATE_LOCKS) return install(name, dependencies, overrides);
    return findApart(name, dependencies, overrides) ?? install(name, dependencies, overrides);
  } finally {
    release();
  }
}

/**
 * Installs the packages in a folder's lock within that folder of the checkout, if they are missing: for code that
 * imports them by name. `what` describes the packages and their size. Throws InstallError where npm fails.
 */
export function installIn(folder: string, what: string): void {
  const release = takeLock(basename(folder));
  try {
    const lock = readFileSync(join(folder, lockName), "utf8");
    const stamp = join(folder, "node_modules", done);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
    console.error(`Installing ${what} …`);
    runNpm(["ci"], folder, what);
    writeFileSync(stamp, lock);
  } finally {
    release();
  }
}

function install(name: string, dependencies: Versions, overrides?: Versions): string {
  const folder = folderOf(name);
  const manifest = manifestOf(dependencies, overrides);
  const names = Object.keys(dependencies).join(", ");
  console.error(`Installing ${names} …`);
  rmSync(join(folder, done), { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), manifest);
  if (process.env.UPDATE_LOCKS) writeLock(name, names);
  if (existsSync(lockOf(name))) copyFileSync(lockOf(name), join(folder, lockName));
  runNpm(existsSync(lockOf(name)) ? ["ci"] : ["install"], folder, names);
  writeFileSync(join(folder, done), stampOf(name, manifest));
  return folder;
}

/** Has npm find the newest versions of all that comes along, and keeps them in the lock. */
function writeLock(name: string, names: string): void {
  const folder = folderOf(name);
  rmSync(join(folder, lockName), { force: true });
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  // As in the workspace's lock, no address of a registry stays in it.
  const lockOnly = ["--package-lock-only", "--omit-lockfile-registry-resolved=true"];
  runNpm(["install", ...lockOnly], folder, names);
  addAddresses(join(folder, lockName));
  mkdirSync(locks, { recursive: true });
  copyFileSync(join(folder, lockName), lockOf(name));
}

function runNpm(command: readonly string[], folder: string, names: string): void {
  // No script of theirs runs: what is needed lies in their packages as it is loaded.
  const quiet = [replaceHost, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stderr, error } = spawnSync("npm", [...command, "--prefix", folder, ...quiet], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofCaller.test(name))),
  });
  if (status === 0) return;
  if (!process.listeners("uncaughtException").includes(endInOneLine))
    process.on("uncaughtException", endInOneLine);
  throw new InstallError(`npm could not install ${names}: ${explainNpm(error?.message ?? stderr)}`);
}

/** What a script of npm's inherits of the command that ran it, and what would mean something else here. */
const ofCaller =
  /^npm_config_(?:workspaces?|include_workspace_root|prefix|local_prefix|global|dry_run|omit|include|json|package_lock_only)$/i;

const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/;

/** Returns one line for what usually fails, else all that npm said. */
function explainNpm(said: string): string {
  const [code] = unreachable.exec(said) ?? [];
  if (code) return `the npm registry cannot be reached (${code}). Try again with a network.`;
  if (said.includes("ENOSPC")) return `the disk is full. It is installed below ${cache}.`;
  if (said.includes("EUSAGE")) return `scripts/apart has another version. ${howToLock}\n${said}`;
  return said.trim();
}

const howToLock = "UPDATE_LOCKS=1 before the same command writes its lock anew.";

/** The same folder, or null where this very set is not installed. */
export function findApart(
  name: string,
  dependencies: Versions,
  overrides?: Versions,
): string | null {
  const file = join(folderOf(name), done);
  const wanted = stampOf(name, manifestOf(dependencies, overrides));
  return existsSync(file) && readFileSync(file, "utf8") === wanted ? folderOf(name) : null;
}

/** Written when npm is through, so that half an installation counts as none. */
const done = "installed.json";

const lockName = "package-lock.json";

const folderOf = (name: string): string => join(cache, `meetbot-${name}`);

const lockOf = (name: string): string => join(locks, `${name}.json`);

const manifestOf = (dependencies: Versions, overrides?: Versions): string =>
  JSON.stringify({ private: true, dependencies, overrides }, null, 2);

/** Returns everything that identifies an installation: another lock is another installation. */
const stampOf = (name: string, manifest: string): string =>
  existsSync(lockOf(name)) ? `${manifest}\n${readFileSync(lockOf(name), "utf8")}` : manifest;
