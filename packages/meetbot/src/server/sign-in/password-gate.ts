import { randomBytes } from "node:crypto";
import { isSameSecret } from "../../secrets/compare.ts";
import { createKeyProcess } from "./key-process.ts";

/** Each hash takes a processor for at least 30 ms, and 32 MiB. */
const maxAtOnce = 2;
/**
 * How many passwords wait behind those, for less than a second. The total equals what one network may try per minute,
 * so that an office whose people all sign in at once gets in.
 */
const maxWaiting = 18;
/** The most passwords that a node handles at once. */
export const maxPasswordsInHand = maxAtOnce + maxWaiting;

/** The same parameters as better-auth's own and as all stored hashes: scrypt, 32 MiB. */
const cost = { N: 2 ** 14, r: 16, p: 1, maxmem: 2 ** 26 };
const length = 64;
const saltBytes = 16;

/** This node is already hashing as many passwords as it can at once. The password was not checked. */
export class TooManyPasswordsError extends Error {
  override name = "TooManyPasswordsError";
  readonly code = "too_many_passwords";

  constructor() {
    super(
      "Too many people sign in to this server at this moment, and this password was not looked at. Try again in a moment.",
    );
  }
}

/**
 * Hashes and checks passwords for the whole node. Both methods throw a {@link TooManyPasswordsError} if too many are
 * already waiting.
 */
export interface PasswordGate {
  hash(password: string): Promise<string>;
  verify(given: { hash: string; password: string }): Promise<boolean>;
}

/**
 * Hashes two passwords at once, for any purpose, in a separate process: the threads that Node shares among all its work
 * also resolve the host names of shops.
 */
export function createPasswordGate(): PasswordGate {
  const deriveKey = createKeyProcess();
  const waiting: (() => void)[] = [];
  let atWork = 0;

  async function derive(password: string, salt: string): Promise<string> {
    if (atWork < maxAtOnce) atWork += 1;
    else if (waiting.length < maxWaiting) await new Promise<void>((next) => waiting.push(next));
    else throw new TooManyPasswordsError();
    try {
      return await deriveKey({ password: password.normalize("NFKC"), salt, length, cost });
    } finally {
      const next = waiting.shift();
      if (next) next();
      else atWork -= 1;
    }
  }

  return {
    async hash(password) {
      const salt = randomBytes(saltBytes).toString("hex");
      return `${salt}:${await derive(password, salt)}`;
    },
    async verify({ hash, password }) {
      const [salt = "", key = ""] = hash.split(":");
      return isSameSecret(await derive(password, salt), key);
    },
  };
}
