import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import { fuzzLadder } from "../../packages/meetbot/test/ladder/fuzz-ladder.ts";

// Shops that are made up, customers of every kind, and a look at each place where a fact of an order can come out. Ends
// with 1 where one came out above the level that its receiver had proved.

const { values } = parseArgs({
  options: {
    shops: { type: "string", default: "300" },
    customers: { type: "string", default: "8" },
    asks: { type: "string", default: "4" },
    seed: { type: "string", default: String(randomInt(1, 2 ** 30)) },
  },
});
const numbers = [values.shops, values.customers, values.asks, values.seed].map(Number);
const [shops = 0, customers = 0, asks = 0, seed = 0] = numbers;
if (!numbers.every((one) => one > 0)) {
  throw new Error("--shops, --customers, --asks and --seed are numbers above 0.");
}
console.log(`seed ${seed} (the same again: npm run bench:ladder -- --seed ${seed})`);
const dataDir = await mkdtemp(join(tmpdir(), "meetbot-bench-"));
const database = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
const ends: (() => Promise<void>)[] = [];
try {
  const { found, turns, seconds, looked, seen } = await fuzzLadder(
    { after: (end) => void ends.push(end) },
    {
      ...{ seeds: Array.from({ length: shops }, (_, nth) => seed + nth), customers, asks },
      connection: database.connection,
      onShops: (played, said) => played % 20 === 0 && console.log(`${played} shops, ${said} turns`),
    },
  );
  const places = Object.keys(looked).sort();
  console.table(
    Object.fromEntries(places.map((place) => [place, { looked: looked[place], seen: seen[place] ?? 0 }])),
  );
  for (const { place, what, text } of found.slice(0, 20)) console.log(`${place}: ${what}\n${text}\n`);
  const rate = Math.round(turns / seconds);
  console.log(`${found.length} found in ${turns} turns, ${Math.round(seconds)} s (${rate} turns/s)`);
  if (found.length > 0) process.exitCode = 1;
} finally {
  for (const end of ends.splice(0).reverse()) await end();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
