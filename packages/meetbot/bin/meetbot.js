#!/usr/bin/env node
// Starts Meetbot on a Node it can run on: this one if it is new enough, else the one that npm
// installed beside it. Plain JavaScript on purpose: it must run on whatever `node` is found first.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The oldest Node that has all that Meetbot uses. */
const oldestNode = [22, 19];

const published = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const isCheckout = existsSync(fileURLToPath(new URL("../src/cli/main.ts", import.meta.url)));

/**
 * V8 has four threads for its garbage collector, however small the machine. Where there are fewer
 * processors they take the one that answers customers, and the database's.
 */
const helperThreads = Math.min(4, Math.max(1, availableParallelism() - 1));

/**
 * MiB of each half of the space where V8 makes new objects. Left alone it grows to as much as it may, and
 * each time it is used up V8 looks through all that a node holds, about once a second under load.
 */
const newObjectsMiB = 16;

/**
 * So much the old objects may grow, of what was left, before V8 looks through all of them. Left alone it does so after 30%,
 * which under load is once a second, and a tenth of a turn's processor time.
 */
const oldObjectsGrowPercent = 100;

const node = suitableNode();
const nodeArguments = [
  `--v8-pool-size=${helperThreads}`,
  `--max-semi-space-size=${newObjectsMiB}`,
  `--heap-growing-percent=${oldObjectsGrowPercent}`,
  "--disable-warning=ExperimentalWarning",
  ...(isCheckout ? await argumentsOfCheckout() : [published]),
  ...process.argv.slice(2),
];

// Where the system can, Meetbot takes this process over: one process, one pid to signal.
if (process.execve) process.execve(node, [node, ...nodeArguments], process.env);

// Elsewhere it runs below this one. The channel tells it when this one is gone, however it went.
const child = spawn(node, nodeArguments, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal));
}
child.on("exit", (code) => process.exit(code ?? 1));

/** The source, built where it has changed, and what leads its errors to the lines of the source. */
async function argumentsOfCheckout() {
  const builder = new URL("../../../scripts/build/", import.meta.url);
  const { checkoutBuild } = await import(new URL("checkout-build.mjs", builder).href);
  return [`--import=${new URL("map-stacks.mjs", builder)}`, join(checkoutBuild(), "main.js")];
}

function suitableNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) {
    return process.execPath;
  }
  const pinned = pinnedNode();
  if (pinned) return pinned;
  console.error(
    `Meetbot needs Node ${oldestNode.join(".")} or newer. This is ${process.version}, and npm has none to install beside it for ${process.platform} on ${process.arch}: install Node 24 and start again.`,
  );
  process.exit(1);
}

function pinnedNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `node-${platform}-${process.arch}/package.json`,
    );
    const program = join(dirname(manifest), "bin", platform === "win" ? "node.exe" : "node");
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}
