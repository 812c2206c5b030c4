import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const carried = fileURLToPath(new URL("../vendure", import.meta.url));
const own = (name: string) => join(carried, name);
const manifests = ["package.json", "package-lock.json"];

/**
 * Has Vendure in a folder as its lock has it, by npm, some 160 MB; what is there already stays. It is under the GPL, and
 * so a program of its own: nothing of it is in a package of ours. No script of anything runs.
 */
export async function installVendure(folder: string): Promise<void> {
  if (isVendureIn(folder)) return;
  mkdirSync(folder, { recursive: true });
  for (const name of manifests) copyFileSync(own(name), join(folder, name));
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  await promisify(execFile)("npm", ["ci", "--ignore-scripts", ...quiet], { cwd: folder });
}

/** Whether this very Vendure is in a folder. Of half an installation npm's last file is missing. */
export function isVendureIn(folder: string): boolean {
  const isSame = (name: string) =>
    existsSync(join(folder, name)) &&
    readFileSync(join(folder, name), "utf8") === readFileSync(own(name), "utf8");
  return existsSync(join(folder, "node_modules/.package-lock.json")) && manifests.every(isSame);
}
