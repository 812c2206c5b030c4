import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { Agent, request } from "undici";
import { createMachine } from "../../packages/meetbot/test/fixtures/machine.ts";
import { startOwnDatabase } from "../../packages/meetbot/test/fixtures/own-database.ts";
import { cpuSecondsOf } from "../turns/cpu-seconds.ts";

// Measures the statements and processor time of an idle node, and what open chats add in which nobody writes. Each chat
// comes from its own network, as a proxy would report it.

const { values } = parseArgs({
  options: {
    streams: { type: "string", default: "1000" },
    seconds: { type: "string", default: "30" },
  },
});
const [streams, seconds] = [Number(values.streams), Number(values.seconds)];

/** What follows an opening: welcomes, plans, and within a minute the vacuum, which counts as statements do. */
const settleMs = 75_000;
const startMs = 10_000;
const atOnce = 5;

const ends: (() => Promise<void>)[] = [];
const scope = { after: (end: () => Promise<void>) => void ends.push(end) };
try {
  const machine = createMachine(scope);
  const database = await startOwnDatabase(scope);
  const env = { ...database.env, MEETBOT_TRUSTED_PROXIES: "127.0.0.1" };
  const client = new pg.Client({ connectionString: env.MEETBOT_DATABASE_URL });
  await client.connect();
  scope.after(() => client.end());
  const endpoint = "https://shop.example/webhook";
  const create = ["bot", "create", "--name", "Bench", "--endpoint", endpoint, "--json"];
  const { code, stdout, stderr } = await machine.run(create, { env });
  if (code !== 0) throw new Error(stderr);
  const botId: string = JSON.parse(stdout).bot_id;
  const node = await machine.start(["serve", "--port", "0"], env);
  scope.after(async () => void (await node.stop()));
  const pids = { node: node.pid, database: database.pid() };

  await delay(startMs);
  const idle = await measure(client, pids);
  const dispatcher = new Agent({ connections: null, bodyTimeout: 0 });
  scope.after(() => dispatcher.destroy());
  let left = streams;
  const openSome = async () => {
    while (left > 0) await openStream(`${node.url}/chat/${botId}`, left--, dispatcher);
  };
  await Promise.all(Array.from({ length: atOnce }, openSome));
  await delay(settleMs);
  const followed = await measure(client, pids);
  console.table({ "an idle node": idle, [`with ${streams} open chats`]: followed });
} finally {
  for (const end of ends.reverse()) await end();
}

async function openStream(chat: string, nth: number, dispatcher: Agent): Promise<void> {
  const network = { "x-forwarded-for": `100.${64 + (nth >> 8)}.${nth & 255}.1` };
  const method = "POST";
  const opened = await request(`${chat}/conversations`, { method, dispatcher, headers: network });
  const { token } = (await opened.body.json()) as { token: string };
  const headers = { ...network, authorization: `Bearer ${token}` };
  const stream = await request(`${chat}/events`, { dispatcher, headers });
  if (stream.statusCode !== 200) throw new Error(await stream.body.text());
  stream.body.on("error", () => {}).resume();
}

async function measure(client: pg.Client, pids: { node: number; database: number }) {
  const before = await countUp(client, pids);
  await delay(seconds * 1000);
  const after = await countUp(client, pids);
  const each = (key: keyof typeof after) => (after[key] - before[key]) / seconds;
  return {
    "statements a second": round(each("statements")),
    "node, % of a core": round(each("nodeCpuS") * 100),
    "PostgreSQL, % of a core": round(each("databaseCpuS") * 100),
  };
}

/** While nothing is written, each statement is a transaction of its own. Sessions report theirs within some seconds. */
async function countUp(client: pg.Client, pids: { node: number; database: number }) {
  const { rows } = await client.query(
    "select xact_commit + xact_rollback as count from pg_stat_database where datname = current_database()",
  );
  return {
    statements: Number(rows[0].count),
    nodeCpuS: await cpuSecondsOf(pids.node, false),
    databaseCpuS: await cpuSecondsOf(pids.database, true),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
