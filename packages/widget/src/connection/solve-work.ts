/** A task from the server: find the number that, appended to the salt, has the challenge as its SHA-256 (ALTCHA). */
export interface WorkChallenge {
  algorithm: string;
  challenge: string;
  maxnumber: number;
  salt: string;
  signature: string;
}

/** How long a message waits for its proof of work; after that it is sent without. */
const patienceMs = 5_000;

/** How many numbers are hashed per batch; the page can run between batches. */
const atOnce = 500;

/**
 * Returns the header with the solution, or none if the page is not served over https, there is no such number, or the
 * search takes too long.
 */
export async function solveWork(task: WorkChallenge): Promise<Record<string, string>> {
  const { challenge, salt, maxnumber } = task;
  const { subtle } = crypto;
  const startedAt = performance.now();
  const encoder = new TextEncoder();
  const sought = challenge.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  const isSought = async (number: number) => {
    const hash = await subtle.digest("SHA-256", encoder.encode(`${salt}${number}`));
    return new Uint8Array(hash).every((byte, at) => byte === sought[at]);
  };
  for (let from = 0; subtle && from <= maxnumber; from += atOnce) {
    if (performance.now() - startedAt > patienceMs) break;
    const numbers = Array.from({ length: atOnce }, (_, nth) => from + nth);
    const found = (await Promise.all(numbers.map(isSought))).indexOf(true);
    if (found >= 0)
      return { "meetbot-work": btoa(JSON.stringify({ ...task, number: from + found })) };
    await new Promise((resume) => setTimeout(resume));
  }
  return {};
}
