// Which Node runs what needs a newer one than npm was started with. Plain JavaScript on purpose, as test.mjs is.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The oldest Node that runs TypeScript by itself and has all that tests use; Astro needs 22.12. */
const oldestNode = [22, 19];

/** The same, as it is said. */
export const oldestNodeText = oldestNode.join(".");

const root = fileURLToPath(new URL("..", import.meta.url));

/** Its path: this one if it is new enough, else the one that npm has brought; `null`: there is none. */
export function suitableNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) {
    return process.execPath;
  }
  const windows = process.platform === "win32";
  const pinned = join(
    root,
    `node_modules/node-${windows ? "win" : process.platform}-${process.arch}/bin`,
    windows ? "node.exe" : "node",
  );
  return existsSync(pinned) ? pinned : null;
}
