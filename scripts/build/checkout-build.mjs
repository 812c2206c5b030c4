// Plain JavaScript on purpose: it runs on whatever `node` is found first. Each start of `meetbot` in a checkout passes
// here, so it loads nothing that only a new build needs.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findFreshBuild } from "./builds.mjs";

const workspace = fileURLToPath(new URL("../../", import.meta.url));
const builds = join(workspace, "node_modules/.cache/meetbot-build");
const maker = fileURLToPath(new URL("make-checkout-build.mjs", import.meta.url));

/**
 * Returns the folder of a build of this checkout's source as it is now; the first call after a change makes one. Ends
 * the process with exit code 1 where the build fails: the maker has printed why.
 */
export function checkoutBuild() {
  const fresh = findFreshBuild(builds, workspace);
  if (fresh !== null) return fresh;
  // In a process of its own: esbuild leaves a child behind, which nobody would wait for once Meetbot takes this process over.
  const { status, stdout } = spawnSync(process.execPath, [maker, builds], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) process.exit(1);
  return stdout;
}
