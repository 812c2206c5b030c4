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
    const report = await crashNodes(t, { seed, kills: 10, customers: 10, echoTime: "short" });
    t.diagnostic(JSON.stringify(report));
    // Else the kills fell between the turns, and nothing was proved.
    assert(report.run.cutQuestions >= 3, `${report.run.cutQuestions} questions were cut`);
    assert(
      report.channels.webChat.messages >= 100,
      `${report.channels.webChat.messages} messages were sent`,
    );
  } catch (error) {
    t.diagnostic(`CRASH_SEED=${seed}`);
    throw error;
  }
});
