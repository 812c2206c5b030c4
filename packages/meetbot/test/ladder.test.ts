import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { fuzzLadder } from "./ladder/fuzz-ladder.ts";

// The short form of `npm run bench:ladder`. LADDER_SEED=… in the environment repeats the shop that was drawn.

const fixedSeeds = [11, 12, 13];
const drawnSeed = Number(process.env.LADDER_SEED ?? randomInt(1, 2 ** 31));

test("no value of an order comes out anywhere above the level that its receiver has proved", async (t) => {
  t.diagnostic(`LADDER_SEED=${drawnSeed}`);
  const report = await fuzzLadder(t, {
    ...{ seeds: process.env.SEEDS ? Array.from({length:Number(process.env.SEEDS)},(_,i)=>100+i*7919) : [...fixedSeeds, drawnSeed], atOnce: Number(process.env.ATONCE ?? 4), customers: 5, asks: 4 },
  });
  const { found, ...figures } = report;
  t.diagnostic(JSON.stringify(figures));
  if (process.env.GROUPS_) {
    const groups = new Map<string, { n: number; text: string; what: string }>();
    for (const { place, what, text } of found) {
      const key = `${place}: ${what.split(" ").filter((w) => !/^z|@|\d{5}/.test(w)).join(" ").slice(0, 60)}`;
      const g = groups.get(key);
      groups.set(key, g ? { ...g, n: g.n + 1 } : { n: 1, text, what });
    }
    for (const [key, { n, text, what }] of groups) console.log(`### ${n} ${key}\n   ${what}\n   ${text}`);
  }
  const first = found.slice(0, Number(process.env.SHOWN ?? 5)).map(({ place, what, text }) => `${place}: ${what}\n${text}`);
  assert.equal(found.length, 0, `${found.length} found\n${first.join("\n\n")}`);
});
