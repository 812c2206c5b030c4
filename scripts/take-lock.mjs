// Plain JavaScript on purpose: a checkout's `meetbot` takes a lock on whatever `node` is found first.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));

/** So often somebody who waits looks again. */
const lookAgainMs = 200;

/** To remove a folder takes far less: a process that has not done it by then was killed. */
const removedWithinMs = 10_000;

/**
 * Waits until no other process of this checkout holds the lock of that name, and holds it until the returned function is
 * called: test files run side by side, and two of them may want the same thing installed. A lock is free when its
 * holder has ended, or has held it for `abandonedAfterMs`.
 */
export function takeLock(
  name,
  { folder = cache, abandonedAfterMs = Number.POSITIVE_INFINITY } = {},
) {
  const lock = join(folder, `${name}.lock`);
  const holder = join(lock, "pid");
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(holder, String(process.pid));
      return () => rmSync(lock, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const isFree = () => isGone(holder) || ageOf(lock) > abandonedAfterMs;
    if (!isFree() || !removeIf(isFree, lock)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lookAgainMs);
    }
  }
}

/** Removes a lock that is free, one process at a time: a second one would remove the lock that the first has taken by then. */
function removeIf(isFree, lock) {
  const removing = `${lock}.removing`;
  if (ageOf(removing) > removedWithinMs) rmSync(removing, { recursive: true, force: true });
  try {
    mkdirSync(removing);
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
  if (isFree()) rmSync(lock, { recursive: true, force: true });
  rmSync(removing, { recursive: true, force: true });
  return true;
}

/** Whether the holder ended without releasing the lock; false for one that has not written its id yet. */
function isGone(holder) {
  try {
    process.kill(Number(readFileSync(holder, "utf8") || process.pid), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function ageOf(lock) {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined ? 0 : Date.now() - made;
}
