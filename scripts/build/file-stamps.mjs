// Plain JavaScript on purpose, as checkout-build.mjs is.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** File systems count time in steps of up to so many milliseconds. */
const clockStepMs = 20;

/** The stamp of a file that nobody can say was read before it was written: it equals no other. */
const unsure = [0, 0, "unsure"];

/**
 * Returns what tells later whether files have changed: path → when it was modified, its size and its hash. `readSince` is
 * when the first of them was read: what was modified after that counts as changed.
 */
export function stampFiles(root, paths, readSince) {
  const now = Date.now();
  return Object.fromEntries(
    paths.map((path) => {
      const { modifiedMs, size } = look(root, path);
      // The clock tells whole milliseconds, a file system parts of them.
      const isUnsure = modifiedMs > readSince - clockStepMs && Math.floor(modifiedMs) <= now;
      return [path, isUnsure ? unsure : [modifiedMs, size, hashOf(root, path)]];
    }),
  );
}

/**
 * Compares files with their stamps. Returns `null` if the content of one has changed; the stamps if not, with the new
 * times of files that were only touched or copied, as by git.
 */
export function renewStamps(root, stamps) {
  let renewed = stamps;
  for (const path in stamps) {
    const [modifiedBefore, sizeBefore, hash] = stamps[path];
    const { modifiedMs, size } = look(root, path);
    if (modifiedMs === modifiedBefore && size === sizeBefore) continue;
    if (hashOf(root, path) !== hash) return null;
    if (renewed === stamps) renewed = { ...stamps };
    renewed[path] = [modifiedMs, size, hash];
  }
  return renewed;
}

/** A file that is missing has a stamp too, for it may appear. */
function look(root, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  return { modifiedMs: stats?.mtimeMs ?? 0, size: stats?.size ?? 0 };
}

function hashOf(root, path) {
  try {
    return createHash("sha256")
      .update(readFileSync(join(root, path)))
      .digest("base64url");
  } catch {
    return "missing";
  }
}
