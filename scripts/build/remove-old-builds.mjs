// Plain JavaScript on purpose, as checkout-build.mjs is.
import { spawnSync } from "node:child_process";
import { readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where nobody can tell which processes run, a build is kept for as long. */
const keptMs = 86_400_000;

const isBuild = (name) => /^[0-9a-f]{16}$/.test(name);

/** What was being made or removed when its process was killed. */
const isRest = (name) => /^making-|-removed$/.test(name);

/**
 * Removes builds but the named ones and those that processes run from: they load parts of it late. The build before the
 * current one should be named: a process that has just found it may not have started yet. Call it with the lock in hand.
 */
export function removeOldBuilds(builds, kept) {
  const names = readdirSync(builds);
  for (const name of names.filter(isRest)) rmSync(join(builds, name), { recursive: true });
  const old = names.filter((name) => isBuild(name) && !kept.includes(name));
  if (old.length === 0) return;
  const commands = runningCommands();
  for (const name of old) {
    const path = join(builds, name);
    const isInUse =
      commands === null ? Date.now() - statSync(path).mtimeMs < keptMs : commands.includes(name);
    if (!isInUse) remove(path);
  }
}

/** Whole builds only are found at their place. */
function remove(path) {
  const removed = `${path}-removed`;
  renameSync(path, removed);
  rmSync(removed, { recursive: true });
}

/** Returns the command lines of all processes, or `null` where the system does not tell. */
function runningCommands() {
  const { status, stdout } = spawnSync("ps", ["-axww", "-o", "args="], { encoding: "utf8" });
  return status === 0 ? stdout : null;
}
