import { parseArgs } from "node:util";
import pg from "pg";
import { openGuest } from "../../packages/meetbot/test/fixtures/guest.ts";
import { createMachine } from "../../packages/meetbot/test/fixtures/machine.ts";
import { startOwnDatabase } from "../../packages/meetbot/test/fixtures/own-database.ts";
import { cpuSecondsOf } from "../turns/cpu-seconds.ts";
import { memoryOf, run } from "../turns/processes.ts";

// What a bot, a conversation and a turn cost: bytes that stay, bytes that PostgreSQL writes ahead, processor time, memory.
// Node, database and shop are processes of their own; customers talk as people do, one question after the other.

const { values } = parseArgs({
  options: {
    conversations: { type: "string", default: "500" },
    /** Who talk at once. */
    customers: { type: "string", default: "8" },
    bots: { type: "string", default: "20" },
  },
});
const conversations = Number(values.conversations);

/** What a customer says, and how many replies each has. */
const talk = [
  ["where is my order?", 1],
  ["MBWXS75S9878", 2],
  ["when will it arrive?", 1],
  ["thanks", 1],
] as const;

const ends: (() => Promise<void>)[] = [];
const scope = { after: (end: () => Promise<void>) => void ends.push(end) };
try {
  const machine = createMachine(scope);
  const database = await startOwnDatabase(scope);
  const { env } = database;
  const shop = await run<{ url: string }>("../turns/merchant.ts");
  scope.after(async () => shop.end());
  const client = new pg.Client({ connectionString: env.MEETBOT_DATABASE_URL });
  await client.connect();
  scope.after(() => client.end());

  const create = ["bot", "create", "--name", "Bench", "--endpoint", shop.line.url, "--json"];
  const botIds: string[] = [];
  const sizeBefore = { bytes: 0 };
  for (let nth = 0; nth <= Number(values.bots); nth++) {
    const { code, stdout, stderr } = await machine.run(create, { env });
    if (code !== 0) throw new Error(stderr);
    botIds.push(JSON.parse(stdout).bot_id);
    if (nth === 0) sizeBefore.bytes = await rowBytes(client);
  }
  const bytesOfBot = ((await rowBytes(client)) - sizeBefore.bytes) / Number(values.bots);

  const node = await machine.start(["serve", "--port", "0"], env);
  scope.after(async () => void (await node.stop()));
  const [botId = ""] = botIds;
  await talkTo(node.url, botId, 50); // V8 compiles, PostgreSQL plans
  const before = await measure(client, node.pid, database.pid());
  await talkTo(node.url, botId, conversations);
  const after = await measure(client, node.pid, database.pid());

  const turns = conversations * (talk.length + 1);
  const per = (key: keyof typeof after, count: number) => (after[key] - before[key]) / count;
  console.log(`${conversations} conversations of ${talk.length + 1} turns, the welcome among them`);
  console.table({
    "a bot, kB on disk": round(bytesOfBot / 1000),
    "a conversation, kB on disk with indexes": round(per("bytes", conversations) / 1000),
    "a turn, kB on disk": round(per("bytes", turns) / 1000),
    "a turn, kB of write-ahead log": round(per("walBytes", turns) / 1000),
    "a turn, ms of the node's processor": round(per("nodeCpuS", turns) * 1000),
    "a turn, ms of PostgreSQL's processor": round(per("databaseCpuS", turns) * 1000),
    "a node, MiB": round(await memoryOf([node.pid])),
  });
} finally {
  for (const end of ends.reverse()) await end();
}

async function talkTo(url: string, botId: string, count: number): Promise<void> {
  let left = count;
  const talkOn = async () => {
    while (left-- > 0) {
      const guest = await openGuest(url, botId);
      for (const [text, replies] of talk) await guest.say(text, replies);
      guest.leave();
    }
  };
  await Promise.all(Array.from({ length: Number(values.customers) }, talkOn));
}

async function measure(client: pg.Client, nodePid: number, databasePid: number) {
  await client.query("vacuum");
  const { rows } = await client.query(`
    select pg_current_wal_lsn() - '0/0' as wal, (
      select sum(pg_total_relation_size(oid)) from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace) as bytes`);
  return {
    bytes: Number(rows[0].bytes),
    walBytes: Number(rows[0].wal),
    nodeCpuS: await cpuSecondsOf(nodePid, false),
    databaseCpuS: await cpuSecondsOf(databasePid, true),
  };
}

/** Pages of 8 kB hide what little a bot has: its rows are counted as they are. */
async function rowBytes(client: pg.Client): Promise<number> {
  const { rows: tables } = await client.query(`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`);
  const sums = tables.map(
    ({ name }) => `select coalesce(sum(pg_column_size(${name}.*)), 0) as bytes from ${name}`,
  );
  const { rows } = await client.query(
    `select sum(bytes) from (${sums.join(" union all ")}) as all_tables`,
  );
  return Number(rows[0].sum);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
