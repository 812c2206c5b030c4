import { createHash, randomBytes, randomInt } from "node:crypto";
import { isSameSecret } from "../../secrets/compare.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import type { Limits } from "../attempts/limits.ts";

/**
 * A task that takes a computer a moment: find the number from 0 to `maxnumber` for which the SHA-256 of `salt` and the
 * number is `challenge`. Uses ALTCHA's format (version 1) so that its widgets solve it too.
 */
export interface WorkChallenge {
  algorithm: "SHA-256";
  challenge: string;
  maxnumber: number;
  salt: string;
  signature: string;
}

/** Solving takes half of these attempts on average: a second or less on a phone, and nobody waits for it. */
const maxNumber = 50_000;

/** A chat window may be open for a while before its customer writes. */
const challengeLifeS = 20 * 60;

/** A solution in base64 has some 300 characters. */
const maxSolutionLength = 1000;

export interface ProofOfWork {
  challenge(botId: string): WorkChallenge;
  /** Whether this is the solution of such a challenge of this bot's, living, and handed in for the first time. */
  accept(botId: string, solution: string): Promise<boolean>;
}

/** Challenges that any node can create and check; only the used ones are stored. */
export function createProofOfWork(
  { limits, key }: { limits: Pick<Limits, "count">; key: LookupKey },
  now: () => number = Date.now,
): ProofOfWork {
  const sign = (botId: string, challenge: string) =>
    key(JSON.stringify(["proof of work", botId, challenge])).toString("hex");
  return {
    challenge(botId) {
      const expires = Math.floor(now() / 1000) + challengeLifeS;
      // The final `&` separates the salt from the digits of the number.
      const salt = `${randomBytes(12).toString("hex")}?expires=${expires}&`;
      const challenge = digest(salt, randomInt(maxNumber + 1));
      const signature = sign(botId, challenge);
      return { algorithm: "SHA-256", challenge, maxnumber: maxNumber, salt, signature };
    },
    async accept(botId, solution) {
      const read = readSolution(solution);
      if (!read || expiresOf(read.salt) * 1000 <= now()) return false;
      const challenge = digest(read.salt, read.number);
      if (!isSameSecret(sign(botId, challenge), read.signature)) return false;
      const once = { limit: "proof_of_work", subject: challenge, max: 1, windowS: challengeLifeS };
      const item = randomBytes(16).toString("hex");
      return (await limits.count(botId, [{ ...once, item }])).length === 0;
    },
  };
}

const digest = (salt: string, number: number) =>
  createHash("sha256").update(`${salt}${number}`).digest("hex");

const expiresOf = (salt: string) => Number(/\?expires=(\d{1,12})&$/.exec(salt)?.[1] ?? 0);

function readSolution(text: string): { salt: string; number: number; signature: string } | null {
  if (text.length > maxSolutionLength) return null;
  try {
    const { salt, number, signature } = JSON.parse(Buffer.from(text, "base64").toString());
    const isNumber = Number.isSafeInteger(number) && number >= 0 && number <= maxNumber;
    const isRead = typeof salt === "string" && typeof signature === "string" && isNumber;
    return isRead ? { salt, number, signature } : null;
  } catch {
    return null;
  }
}
