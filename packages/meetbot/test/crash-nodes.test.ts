import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { crashNodes } from "./crash/crash-nodes.ts";

// The short form of `npm run bench:crash`. CRASH_SEED=… in the environment repeats its decisions.

/** Fewer than a node asks a shop at once: behind more of them a slow machine's customers hear that it is too busy. */
const customers = 9;

const seed = Number(process.env.CRASH_SEED ?? randomInt(1, 2 ** 31));

test("three nodes that are killed over and over lose nothing, double nothing and reorder nothing", {
  timeout: 600_000,
}, async (t) => {
  try {
    const report = await crashNodes(t, { seed, kills: 10, customers, echoTime: "short" });
    t.diagnostic(JSON.stringify(report));
    const { run, channels, counts } = report;
    // Else the kills fell between the turns and the calls, and nothing was proved.
    const cut = run.cutQuestions + (counts.cutCalls ?? 0);
    assert(cut >= 1, `${cut} questions and calls were cut`);
    // How many there are depends on how fast the machine is between two kills.
    for (const { messages } of Object.values(channels)) {
      assert(messages >= customers, `${messages} messages were sent`);
    }
  } catch (error) {
    t.diagnostic(`CRASH_SEED=${seed}`);
    throw error;
  }
});
