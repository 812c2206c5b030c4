import { Worker } from "node:worker_threads";

/** Often enough to stop a process that uses a whole processor, and negligible next to a process's usual work. */
const lookEveryMs = 500;

/** Runs in its own thread, which works even while the process is in a loop. */
const program = `
const { workerData: { node, lookEveryMs } } = require("node:worker_threads");
setInterval(() => process.ppid === node || process.kill(process.pid, "SIGKILL"), lookEveryMs);
`;

/**
 * Ends this process with the node that started it, however the node ends. An idle process notices by the channel
 * between them; one in a loop at that moment would run forever, so a thread checks its parent.
 */
export function endWithNode(): void {
  process.once("disconnect", () => process.exit());
  const workerData = { node: process.ppid, lookEveryMs };
  new Worker(program, { eval: true, env: {}, execArgv: [], workerData }).unref();
}
