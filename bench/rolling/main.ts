import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { opening } from "../../packages/meetbot/test/crash/listen.ts";
import { readUntil, takeSeat } from "../../packages/meetbot/test/fixtures/conversation.ts";
import {
  type CgroupScope,
  createMachine,
  type Running,
} from "../../packages/meetbot/test/fixtures/machine.ts";
import { startOwnDatabase } from "../../packages/meetbot/test/fixtures/own-database.ts";
import { createRandom, pick } from "../../packages/meetbot/test/fixtures/random.ts";
import { startSlowMerchant } from "../../packages/meetbot/test/fixtures/slow-merchant.ts";
import {
  keptNames,
  madeNow,
  readState,
  seatAt,
} from "../../packages/meetbot/test/released-states/kept-state.ts";
import { waitingOrder } from "../../packages/meetbot/test/released-states/state-shop.ts";
import { quantile } from "../turns/ask-over-and-over.ts";
import { converse, shows } from "./customer.ts";
import { oldProgram } from "./old-checkout.ts";

// A rolling update under load from each state that is kept: the node of the version that left it, this version's node
// beside it, and then this one alone. Ends with 1 where a turn was lost, doubled or answered with 500.

const newestState = "3e121be";
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    // No more than one network's share of the places of a shop: others would hear that it is too busy.
    customers: { type: "string", default: "8" },
    seconds: { type: "string", default: "6" },
    seed: { type: "string", default: String(randomInt(1, 2 ** 31)) },
  },
});
const [customers, seconds, seed] = [values.customers, values.seconds, values.seed].map(Number);
if (!customers || !seconds || !seed)
  throw new Error("--customers, --seconds and --seed are numbers.");
console.log(`seed ${seed}`);
const rows: Record<string, Awaited<ReturnType<typeof update>>> = {};
for (const commit of positionals.length > 0 ? positionals : keptNames()) {
  const ends: (() => Promise<void>)[] = [];
  try {
    rows[commit] = await update({ after: (end) => void ends.push(end) }, commit);
    if (rows[commit].faults > 0) process.exitCode = 1;
  } catch (error) {
    console.error(commit, error);
    process.exitCode = 1;
  } finally {
    for (const end of ends.reverse()) await end();
  }
}
console.table(rows);

/** Brings a node of this commit and its customers to this version. */
async function update(scope: CgroupScope, commit: string) {
  const random = createRandom(seed!);
  const state = readState(keptNames().includes(commit) ? commit : newestState);
  const database = await startOwnDatabase(scope);
  const client = new Client({ connectionString: database.env.MEETBOT_DATABASE_URL });
  await client.connect();
  scope.after(() => client.end());
  const merchant = await startSlowMerchant(scope, () => random.below(60));
  await client.query(madeNow(state.sql, state.at));
  // The dump leaves the session without a schema. Each asks for many orders, and may.
  const reshape = "update public.bots set endpoint = $1, policy = 'off'";
  await client.query(reshape, [merchant.endpoint]);
  const env = {
    MEETBOT_DATABASE_URL: database.env.MEETBOT_DATABASE_URL,
    MEETBOT_MASTER_KEY: state.masterKey,
    // Nobody listens: what waits there for Messenger goes on waiting.
    MEETBOT_GRAPH_URL: "http://127.0.0.1:9",
  };
  const serve = ["serve", "--port", "0"];
  const older = await createMachine(scope, env, oldProgram(commit)).start(serve);
  const nodes: Running[] = [older];
  const { botId } = state;
  const enough = new AbortController();
  scope.after(async () => enough.abort());
  const conversations = Array.from({ length: customers! }, async (_, nth) => {
    const seat = await takeSeat(older.url, botId);
    const own = { random: createRandom(seed! + nth + 1), name: `MB${100 + nth}` };
    const seatNow = () => ({ ...seat, base: `${pick(random, nodes).url}/chat/${botId}` });
    return converse({ ...own, seatNow, enough: enough.signal });
  });
  const all = Promise.all(conversations);
  // Looked at in the end; until then it is nobody's unhandled rejection.
  all.catch(() => {});
  await delay(seconds! * 1_000);
  const begun = Date.now();
  const newer = await createMachine(scope, env).start(serve);
  nodes.push(newer);
  await delay(seconds! * 1_000);
  const stopping = Date.now();
  nodes.shift();
  const code = await older.stop();
  await delay(seconds! * 1_000);
  enough.abort();
  const outcomes = await all;
  const sum = (of: (one: (typeof outcomes)[number]) => number) =>
    outcomes.reduce((all, one) => all + of(one), 0);

  // Who waited for an answer when the state was kept has it once.
  const waiting = seatAt(newer.url, botId, state.waiting);
  const heard = await readUntil(waiting, (one) => shows(one, waitingOrder), opening);
  const { rows: counts } = await client.query<{ deadlocks: number; restarted: string | null }>(
    "select deadlocks::integer from pg_stat_database where datname = current_database()",
  );
  const refusals = outcomes.flatMap((one) => one.refusals);
  const printed = [older, newer].flatMap(({ printed: { stdout, stderr } }) =>
    `${stdout}\n${stderr}`.split("\n"),
  );
  const errors = printed.filter((line) => /"level":[56]0/.test(line));
  for (const line of errors.slice(0, 3)) console.log(line.slice(0, 600));
  const waits = outcomes.flatMap((one) => one.waits);
  const longest = (from: number, to: number) =>
    Math.max(
      ...waits.filter((one) => one.from < to && one.from + one.ms > from).map(({ ms }) => ms),
    );
  const [lost, doubled] = [sum((one) => one.lost), sum((one) => one.doubled)];
  const disordered = sum((one) => one.disordered);
  const otherwise = sum((one) => one.otherwise);
  const deadlocks = counts[0]?.deadlocks ?? 0;
  const fiveHundreds = refusals.filter((one) => one === "500").length;
  const twice = heard.filter((one) => shows(one, waitingOrder)).length - 1;
  const stopped = code === 0 ? 0 : 1;
  return {
    turns: sum((one) => one.turns),
    ...{ lost, doubled, disordered, "without a card": otherwise, deadlocks, "500": fiveHundreds },
    "other refusals": refusals.length - fiveHundreds,
    "errors logged": errors.length,
    "p50 ms": quantile(
      waits.map(({ ms }) => ms),
      0.5,
    ),
    // Of what was under way in that time.
    "longest before": longest(0, begun),
    "longest beside": longest(begun, stopping),
    "longest after": longest(stopping, Infinity),
    faults: lost + doubled + disordered + deadlocks + fiveHundreds + twice + stopped,
  };
}
