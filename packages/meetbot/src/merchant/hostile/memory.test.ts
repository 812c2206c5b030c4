import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { answers, type Behavior } from "./behavior.fixture.ts";
import { endlessBehaviors } from "./endless-behaviors.fixture.ts";
import { listen } from "./hostile-merchant.fixture.ts";
import { order, ordersAnswer, response } from "./valid-answer.fixture.ts";

const mebibyte = 1_024 * 1_024;
const program = fileURLToPath(new URL("ask-fifty.fixture.ts", import.meta.url));

/** An answer of about 60 kB: ten orders of 20 lines. */
const longOrder = {
  ...order,
  elements: Array(20).fill({ ...order.elements[0], subtitle: "x".repeat(200) }),
};
const good = answers(
  "answers well",
  "answered",
  response(JSON.stringify({ ...ordersAnswer, orders: Array(10).fill(longOrder) })),
);

/** Has a process ask fifty merchants that do these things in turn, and says how it fared. */
async function askFifty(behaviors: Behavior[]) {
  const servers = await Promise.all([good, ...behaviors].map(({ act }) => listen(act)));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--expose-gc",
      "--conditions=meetbot-source",
      "--disable-warning=ExperimentalWarning",
      program,
      ...servers.map(({ port }) => String(port)),
    ]);
    return JSON.parse(stdout) as { grownBytes: number; outcomes: string[] };
  } finally {
    for (const server of servers) server.close();
  }
}

/** No more may be allowed: each answer may have 256 KiB, and is read 64 KiB at a time. */
const fiftyBodies = (50 * (256 + 64)) / 1_024;

/** By how much the memory of a node may grow, in MiB, while fifty merchants do the same at once. */
const most: [name: string, mebibytes: number][] = [
  ["sends a gzip bomb", 16],
  ["sends an error page without end", 16],
  ["sends chunks of one byte without end", 16],
  ["sends a chunk's extension without end", 16],
  ["sends trailers without end", 16],
  ["sends the shortest headers without end", 16],
  ["sends a body without end", 1.5 * fiftyBodies],
];

/** Asks fifty merchants that do these things in turn, and checks how the asker fared. */
async function check(behaviors: Behavior[], mebibytes: number): Promise<void> {
  const { grownBytes, outcomes } = await askFifty(behaviors);
  assert.deepEqual(
    outcomes,
    outcomes.map((_, index) => behaviors[index % behaviors.length]?.outcome),
  );
  assert(
    grownBytes <= mebibytes * mebibyte,
    `memory grew by ${(grownBytes / mebibyte).toFixed(1)} MiB, and ${mebibytes} are allowed`,
  );
}

// Elsewhere, what the system calls resident is something else.
const skip = process.platform !== "linux";

describe("fifty hostile merchants at once", { concurrency: 2, skip }, () => {
  it("that send without end in all ways cost at most 16 MiB", () => check(endlessBehaviors, 16));

  for (const [name, mebibytes] of most) {
    it(`of which each ${name} cost at most ${mebibytes} MiB`, () => {
      const behavior = endlessBehaviors.find((one) => one.name === name);
      assert(behavior, `there is no merchant that ${name}`);
      return check([behavior], mebibytes);
    });
  }
});
