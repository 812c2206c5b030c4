import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { crashNodes } from "../../packages/meetbot/test/crash/crash-nodes.ts";

// Three nodes on one database, customers at all of them, and `kill -9` over and over. Every process
// is a real one. Ends with 1 at the first message that was lost, doubled or moved.

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    customers: { type: "string", default: "16" },
    seed: { type: "string", default: String(randomInt(1, 2 ** 31)) },
  },
});
const [kills, customers, seed] = [values.kills, values.customers, values.seed].map(Number);
if (!kills || !customers || !seed) throw new Error("--kills, --customers and --seed are numbers.");
console.log(`seed ${seed} (the same again: npm run bench:crash -- --seed ${seed})`);

const ends: (() => Promise<void>)[] = [];
const startedAt = performance.now();
// Who stops this takes its nodes and its database along.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void endAll().finally(() => process.exit(130)));
}
try {
  const report = await crashNodes(
    { after: (end) => void ends.push(end) },
    {
      ...{
        seed,
        kills,
        customers,
        nodes: 3,
        others: Math.ceil(customers / 4),
        restMs: 150,
        shopMs: 600,
      },
      echoTime: "own",
      onKill: (nth) => nth % 10 === 0 && console.log(`${nth} kills`),
    },
  );
  console.table(report.run);
  const channels = Object.entries(report.channels);
  const measures = Object.keys(report.channels.webChat) as (keyof typeof report.channels.webChat)[];
  const rowOf = (measure: (typeof measures)[number]) =>
    Object.fromEntries(channels.map(([name, own]) => [name, own[measure]]));
  console.table(Object.fromEntries(measures.map((one) => [one, rowOf(one)])));
  console.table(report.counts);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`0 lost, 0 doubled, 0 reordered, in ${seconds} s`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await endAll();
}

async function endAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}
