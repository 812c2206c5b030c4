import { Worker } from "node:worker_threads";

/** Soon enough for a process that takes a whole processor, and nothing beside what a process does anyway. */
const lookEveryMs = 500;

/** In a thread of its own, which runs while the process is in a loop. */
const program = `
const { workerData: { node, lookEveryMs } } = require("node:worker_threads");
setInterval(() => process.ppid === node || process.kill(process.pid, "SIGKILL"), lookEveryMs);
`;

/**
 * Ends this process with the node that has started it, however that ends. One that listens learns of it by the channel
 * between them; one that is in a loop at that moment would go on for ever, and so a thread looks who its parent is.
 */
export function endWithNode(): void {
  process.once("disconnect", () => process.exit());
  const workerData = { node: process.ppid, lookEveryMs };
  new Worker(program, { eval: true, env: {}, execArgv: [], workerData }).unref();
}
