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
const ends: (() => Promise<void>)[] = [];
const [kills, customers, seed] = [values.kills, values.customers, values.seed].map(Number);
console.log(`seed ${seed} (the same again: npm run bench:crash -- --seed ${seed})`);
const startedAt = performance.now();
try {
  const report = await crashNodes(
    { after: (end) => void ends.push(end) },
    { seed: seed ?? 1, kills: kills ?? 100, customers: customers ?? 16 },
  );
  console.table(report);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`0 lost, 0 doubled, 0 reordered, in ${seconds} s`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const end of ends.reverse()) await end();
}
