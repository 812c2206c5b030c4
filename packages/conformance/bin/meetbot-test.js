#!/usr/bin/env node
// In a checkout it runs from source, which takes a condition of Node's; as it is published, what was built.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../src/command/main.ts", import.meta.url));
const isCheckout = existsSync(source);

/** The oldest Node that runs TypeScript as it stands, and the oldest that what was built is tried on. */
const oldestNode = isCheckout ? [22, 19] : [20, 19];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
  console.error(
    `meetbot-test needs Node ${oldestNode.join(".")} or newer, and this is ${process.version}: install Node 24.`,
  );
  process.exit(2);
}

if (isCheckout) runSource();
else await import("../dist/main.js");

function runSource() {
  const nodeArguments = [
    "--disable-warning=ExperimentalWarning",
    "--conditions=meetbot-source",
    source,
    ...process.argv.slice(2),
  ];
  if (process.execve)
    process.execve(process.execPath, [process.execPath, ...nodeArguments], process.env);
  const child = spawn(process.execPath, nodeArguments, { stdio: "inherit" });
  child.on("exit", (code) => process.exit(code ?? 1));
}
