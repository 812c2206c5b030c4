import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { crashNodes } from "./crash/crash-nodes.ts";

// The short form of `npm run bench:crash`. CRASH_SEED=… in the environment repeats its decisions.

const seed = Number(process.env.CRASH_SEED ?? randomInt(1, 2 ** 31));

test("three nodes that are killed over and over lose nothing, double nothing and reorder nothing", {
  timeout: 240_000,
}, async (t) => {
  try {
    const report = await crashNodes(t, { seed, kills: 10, customers: 10 });
    t.diagnostic(JSON.stringify(report));
    // Else the kills fell between the turns, and nothing was proved.
    assert(report.cutQuestions >= 3, `${report.cutQuestions} questions were cut`);
    assert(report.messages >= 100, `${report.messages} messages were sent`);
  } catch (error) {
    t.diagnostic(`CRASH_SEED=${seed}`);
    throw error;
  }
});
