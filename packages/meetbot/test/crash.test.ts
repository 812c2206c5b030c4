import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { crashNodes } from "./crash/crash-nodes.ts";

// The short form of `npm run bench:crash`, which kills nodes a hundred times. CRASH_SEED=… in the environment repeats
// the decisions of a run, CRASH_KILLS=50 makes it a long one.

const kills = Number(process.env.CRASH_KILLS ?? 4);
/** Fewer than a node asks a shop at once: behind more of them a slow machine's customers hear that it is too busy. */
const customers = 6;
const others = 2;

const seed = Number(process.env.CRASH_SEED ?? randomInt(1, 2 ** 31));

test("nodes that are killed lose, double and reorder nothing: not of chats, pushes, people's words, alerts or letters", {
  timeout: 1_800_000 + kills * 60_000,
}, async (t) => {
  t.diagnostic(`CRASH_SEED=${seed}`);
  const size = { kills, nodes: 2, customers, others, restMs: 800, shopMs: 500 };
  const report = await crashNodes(t, { ...size, seed, echoTime: "short" });
  t.diagnostic(JSON.stringify(report));
  const { run, channels, counts } = report;
  // Else the kills fell between the turns and the calls, and nothing was proved.
  const cut = run.cutQuestions + (counts.cutCalls ?? 0);
  assert(cut >= 1, `${cut} questions and calls were cut`);
  // How many there are depends on how fast the machine is between two kills.
  for (const { messages } of Object.values(channels)) {
    assert(messages >= customers, `${messages} messages were sent`);
  }
  for (const name of ["pushesTold", "heldMessages", "mailedLines", "alerts"]) {
    assert((counts[name] ?? 0) >= kills, `${name}: ${counts[name]}`);
  }
});
