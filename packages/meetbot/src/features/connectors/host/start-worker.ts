import { type ChildProcess, fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { ToWorker } from "./messages.ts";

/**
 * Which certificates shops may have, and where Windows is installed. Nothing else of the environment, which may hold
 * the master key.
 */
const passedOn =
  `NODE_EXTRA_CA_CERTS NODE_USE_SYSTEM_CA SSL_CERT_FILE SSL_CERT_DIR SystemRoot`.split(" ");

/** Node's own options to pass on: the same certificates, and in a checkout the source. */
const optionPassedOn = /^--(?:conditions=|use-(?:system|openssl|bundled)-ca$)/;

/**
 * Starts the process of connectors. A thread would not do: when a single value exceeds its limit, V8 ends the thread's
 * whole process.
 */
export function startWorker(memoryMb: number, program = ownProgram()): ChildProcess {
  return fork(fileURLToPath(program), {
    env: Object.fromEntries(passedOn.map((name) => [name, process.env[name]])),
    execArgv: [
      ...nodeOptions().filter((option) => optionPassedOn.test(option)),
      ...["--disable-warning=ExperimentalWarning", `--max-old-space-size=${memoryMb}`],
    ],
    serialization: "advanced",
    // A connector's output could contain anything.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

const ownProgram = () =>
  new URL(`./connector-worker${extname(import.meta.filename)}`, import.meta.url);

const nodeOptions = () => [...process.execArgv, ...(process.env.NODE_OPTIONS ?? "").split(" ")];

/** Sends a message to a worker, unless it has ended or could not be started: its callers are notified of its end. */
export function tell(worker: ChildProcess, message: ToWorker): void {
  if (worker.connected) worker.send(message, () => {});
}

/** While it works, it holds up the end of this process. */
export function hold(worker: ChildProcess | undefined): void {
  worker?.ref();
  worker?.channel?.ref();
}

/** Lets a command exit while the worker is idle. */
export function letGo(worker: ChildProcess | undefined): void {
  worker?.unref();
  worker?.channel?.unref();
}
