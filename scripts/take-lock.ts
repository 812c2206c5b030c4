import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));

/** So often somebody who waits looks again. */
const lookAgainMs = 200;

/**
 * Waits until no other process of this checkout holds the lock of that name, and holds it until what comes back is
 * called: test files run side by side, and two of them may want the same thing installed. One whose holder is gone is free.
 */
export function takeLock(name: string): () => void {
  const folder = join(cache, `${name}.lock`);
  const holder = join(folder, "pid");
  mkdirSync(cache, { recursive: true });
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(holder, String(process.pid));
      return () => rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (isGone(holder)) rmSync(folder, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lookAgainMs);
  }
}

/** Whether the process ended without giving it back; not one that has not written its name yet. */
function isGone(holder: string): boolean {
  try {
    process.kill(Number(readFileSync(holder, "utf8") || process.pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
