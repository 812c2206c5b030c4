import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import type { Finding } from "./ladder/findings.ts";
import { fuzzLadder } from "./ladder/fuzz-ladder.ts";

// The same again: LADDER_SEED=… in the environment. Before a release: LADDER_TURNS=20000.

const seed = Number(process.env.LADDER_SEED ?? randomInt(1, 2 ** 31));
const minTurns = Number(process.env.LADDER_TURNS ?? 60);
// The more customers a shop has, the fewer looks at it are there for each turn.
const customers = minTurns > 1_000 ? 10 : 3;

test("no value of an order comes out anywhere above the level that its receiver has proved", async (t) => {
  t.diagnostic(`LADDER_SEED=${seed}`);
  const { found, ...figures } = await fuzzLadder(t, { seed, minTurns, customers, asks: 6 });
  t.diagnostic(JSON.stringify(figures));
  assert.equal(found.length, 0, `${found.length} found\n\n${oneOfEach(found)}`);
});

const oneOfEach = (found: readonly Finding[]): string =>
  Object.values(Object.groupBy(found, ({ place, kind }) => `${place}: ${kind}`))
    .flatMap((alike = []) => {
      const [{ place, kind, what, text }] = alike as [Finding];
      return `${alike.length} × ${place}: ${kind} ${what}\n${text}`;
    })
    .join("\n\n");
