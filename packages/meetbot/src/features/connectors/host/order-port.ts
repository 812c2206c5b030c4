import { endWithNode } from "./end-with-node.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** How a worker and its node speak. */
export interface OrderPort {
  onMessage(take: (message: ToWorker) => void): void;
  tell(message: FromWorker): void;
}

/**
 * Returns the port of a process that a node started: the process ends with its node, and ignores signals meant for the
 * node.
 */
export function portOfProcess(): OrderPort {
  // A terminal and systemd send their signals to all processes at once, but the node still finishes its running work.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
  endWithNode();
  return {
    onMessage: (take) => void process.on("message", take),
    tell: (message) => void process.send?.(message, undefined, {}, () => {}),
  };
}
