#!/usr/bin/env node
// Starts Meetbot on a Node it can run on: this one if it is new enough, else the one that npm
// installed beside it. Plain JavaScript on purpose: it must run on whatever `node` is found first.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The oldest Node that runs TypeScript by itself and has all that Meetbot uses. */
const oldestNode = [22, 19];

const source = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const built = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const runFromSource = existsSync(source);
const nodeArguments = [
  "--disable-warning=ExperimentalWarning",
  ...(runFromSource ? ["--conditions=meetbot-source", source] : [built]),
];

const child = spawn(suitableNode(), [...nodeArguments, ...process.argv.slice(2)], {
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal));
}
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));

function suitableNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) {
    return process.execPath;
  }
  const pinned = pinnedNode();
  if (pinned) return pinned;
  console.error(
    `Meetbot needs Node ${oldestNode.join(".")} or newer; this is ${process.version}, and npm has no Node for ${process.platform}-${process.arch} to install beside it. Install Node 24 and start again.`,
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
