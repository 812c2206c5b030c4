import { type ScryptOptions, scryptSync } from "node:crypto";
import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";

/** What a password is made into a key with. */
export interface Derivation {
  password: string;
  salt: string;
  length: number;
  cost: ScryptOptions;
}

/** Whoever signs in can wait a little; a customer's turn and the database come first. */
const niceness = 5;

// On Linux a priority is a thread's own. Elsewhere it would be the whole process's.
if (process.platform === "linux") setPriority(niceness);

parentPort?.on("message", ({ password, salt, length, cost }: Derivation) => {
  parentPort?.postMessage(scryptSync(password, salt, length, cost));
});
