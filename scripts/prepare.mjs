// Runs after `npm ci` and `npm install`. In a checkout it turns on the commit hook; in an archive there is none. Then it
// builds what browsers load, but not the documentation (`npm run docs` does), and what `meetbot` runs: who starts it later
// may not be allowed to write here.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildMessengerThread } from "../examples/messenger-thread/build.mjs";
import { buildConsole } from "../packages/console/build.mjs";
import { buildWidget } from "../packages/widget/build.mjs";
import { checkoutBuild } from "./build/checkout-build.mjs";
import { oldestNodeText, suitableNode } from "./suitable-node.mjs";

if (existsSync(new URL("../.git", import.meta.url)) && !process.env.CI) {
  spawnSync("git", ["config", "core.hooksPath", ".githooks"], { stdio: "ignore" });
}
const node = suitableNode();
if (node === process.execPath) {
  await Promise.all([buildWidget(), buildConsole(), buildMessengerThread()]);
  checkoutBuild();
} else if (node !== null) {
  // What builds the console wants a newer Node than some that npm runs on.
  const { status } = spawnSync(node, [fileURLToPath(import.meta.url)], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} else {
  console.error(
    `Meetbot needs Node ${oldestNodeText} or newer, and this is ${process.version}. Install Node 24, and run npm ci again.`,
  );
  process.exitCode = 1;
}
