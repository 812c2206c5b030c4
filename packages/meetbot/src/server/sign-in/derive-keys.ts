import { type ScryptOptions, scrypt } from "node:crypto";
import { setPriority } from "node:os";

/** The input for deriving a key from a password. */
export interface Derivation {
  id: number;
  password: string;
  salt: string;
  length: number;
  cost: ScryptOptions;
}

/** Its key, in hexadecimal digits. */
export interface DerivedKey {
  id: number;
  key: string;
}

/** Operators who sign in can wait a little; customers' turns and the database come first. */
const niceness = 10;

// The program of a process: it ends with the one that started it, however that one ends.
setPriority(niceness);

process.on("message", ({ id, password, salt, length, cost }: Derivation) => {
  scrypt(password, salt, length, cost, (error, key) => {
    if (error) throw error;
    process.send?.({ id, key: key.toString("hex") } satisfies DerivedKey);
  });
});
