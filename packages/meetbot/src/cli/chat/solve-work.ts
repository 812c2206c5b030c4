import { createHash } from "node:crypto";
import type { WorkChallenge } from "../../platform/limits/proof-of-work.ts";

/** The header that brings the solution of a challenge, as every chat client sends it; some 50 ms. */
export function solveWork(task: WorkChallenge): Record<string, string> {
  const { salt, challenge, maxnumber } = task;
  for (let number = 0; number <= maxnumber; number++) {
    if (createHash("sha256").update(`${salt}${number}`).digest("hex") !== challenge) continue;
    return { "meetbot-work": Buffer.from(JSON.stringify({ ...task, number })).toString("base64") };
  }
  return {};
}
