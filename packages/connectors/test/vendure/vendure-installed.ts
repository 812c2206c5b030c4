import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** It is under the GPL: a program of its own, which only this test starts. Nothing of it is in a package of ours. */
const folder = fileURLToPath(
  new URL("../../../../node_modules/.cache/meetbot-vendure", import.meta.url),
);
const own = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const manifests = ["package.json", "package-lock.json"];

/** npm writes this last, so that half an installation counts as none. */
const done = join(folder, "node_modules/.package-lock.json");

/** Installs Vendure as its lock has it, apart from the workspace. No script of anything runs. */
export function installVendure(): string {
  if (isInstalled()) return folder;
  console.error("Installing Vendure …");
  mkdirSync(folder, { recursive: true });
  for (const name of manifests) copyFileSync(own(name), join(folder, name));
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["ci", "--ignore-scripts", ...quiet], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return folder;
}

/** Where Vendure is. With `CI` in the environment it is installed; else null means a skip. */
export function findVendure(): string | null {
  if (process.env.CI) return installVendure();
  return isInstalled() ? folder : null;
}

function isInstalled(): boolean {
  const isSame = (name: string) =>
    existsSync(join(folder, name)) &&
    readFileSync(join(folder, name), "utf8") === readFileSync(own(name), "utf8");
  return existsSync(done) && manifests.every(isSame);
}

/** Why nothing of it is tested here, and what to do. */
export const leftOut =
  "Vendure is not installed: `npm run test:vendure` brings it (160 MB below node_modules/.cache) and runs this";
