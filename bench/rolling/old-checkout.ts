import { execFileSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ownFolder = fileURLToPath(new URL("../../", import.meta.url));
/** Not below `node_modules`: what lies there is not built as source is. */
const cache = join(tmpdir(), "meetbot-rolling");

/**
 * The `meetbot` command of a commit, from a clone of this repository that has its dependencies: made the first time.
 * Throws what git or npm says.
 */
export function oldProgram(commit: string): string {
  const folder = join(cache, commit);
  if (!existsSync(folder)) {
    const making = `${folder}.making`;
    rmSync(making, { recursive: true, force: true });
    const run = (program: string, ...words: string[]) =>
      execFileSync(program, words, { cwd: ownFolder, stdio: ["ignore", "ignore", "inherit"] });
    run("git", "clone", "--quiet", "--no-checkout", ownFolder, making);
    run("git", "-C", making, "checkout", "--quiet", "--detach", commit);
    run("npm", "ci", "--prefix", making, "--ignore-scripts", "--no-audit", "--no-fund");
    renameSync(making, folder);
  }
  return join(folder, "packages/meetbot/bin/meetbot.js");
}
