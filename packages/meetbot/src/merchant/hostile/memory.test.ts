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

/** Runs a process that queries fifty merchants with these behaviors in turn; returns its memory growth and outcomes. */
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

/** By so much, in MiB, the memory of a node may grow while fifty merchants do the same at once. */
const mebibytes = 16;

const names = [
  "sends a gzip bomb",
  "sends an error page without end",
  "sends chunks of one byte without end",
  "sends a chunk's extension without end",
  "sends trailers without end",
  "sends the shortest headers without end",
  "sends a body without end",
];

/** Asks fifty merchants that do these things in turn, and checks how the asker fared. */
async function check(behaviors: Behavior[]): Promise<void> {
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
  it("that send without end in all ways cost at most 16 MiB", () => check(endlessBehaviors));

  for (const name of names) {
    it(`of which each ${name} cost at most ${mebibytes} MiB`, () => {
      const behavior = endlessBehaviors.find((one) => one.name === name);
      assert(behavior, `there is no merchant that ${name}`);
      return check([behavior]);
    });
  }
});
