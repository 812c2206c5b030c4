import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { LoadResult, Pace } from "./ask-over-and-over.ts";
import type { Contender, Entry } from "./contender.ts";
import { cpuSecondsOf } from "./cpu-seconds.ts";
import { memoryOf, run } from "./processes.ts";
import { startMeetbot } from "./start-meetbot.ts";
import { startPeer } from "./start-peer.ts";
import { measureStore } from "./store-limit.ts";

// Durable turns: customers ask where their order is, the shop is asked, the answer is stored and
// reaches them. Every process is a real one: the bot, its PostgreSQL, the shop, the load.

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "10" },
    conversations: { type: "string", default: "32" },
    /** Contenders whose name or channel has this. */
    only: { type: "string", default: "" },
    /** Conversations in the database before the first one is opened. */
    stored: { type: "string", default: "0" },
    /** So many turns of the first contender, for its memory; 0: no such run. */
    turns: { type: "string", default: "0" },
    json: { type: "boolean", default: false },
  },
});
const seconds = Number(values.seconds);
const conversations = Number(values.conversations);
const stored = Number(values.stored);
const turns = Number(values.turns);
/** V8 compiles what a turn runs for as long, on the processors that the turns need. */
const warmUp = { seconds: 20, perSecond: 0 };

const meetbot = (name: string, channel: Entry["channel"], nodes: number | null): Entry => ({
  name: `Meetbot, ${name}`,
  channel,
  start: () => startMeetbot({ name, channel, nodes, stored: nodes === null ? 0 : stored }),
});
const entries: Entry[] = [
  meetbot("embedded store", "web chat", null),
  ...[1, 2, 3].map((count) => meetbot(`${count} node${count > 1 ? "s" : ""}`, "web chat", count)),
  { name: "botkit", channel: "web chat", start: () => startPeer("botkit", "web chat") },
  meetbot("embedded store", "Messenger", null),
  ...[1, 2, 3].map((count) => meetbot(`${count} node${count > 1 ? "s" : ""}`, "Messenger", count)),
  { name: "bottender", channel: "Messenger", start: () => startPeer("bottender", "Messenger") },
];
const chosen = entries.filter(({ name, channel }) => `${channel}: ${name}`.includes(values.only));

console.log(
  `${availableParallelism()} cores, ${conversations} conversations, ${seconds} s each, ${stored} conversations stored before`,
);
if (turns > 0) await watchMemory(chosen[0]!);
else await compare();

async function compare(): Promise<void> {
  for (const channel of ["web chat", "Messenger"] as const) {
    const own = chosen.filter((entry) => entry.channel === channel);
    if (own.length === 0) continue;
    const bare = () => measureStore(channel, seconds, conversations);
    const rows: Record<string, { "turns/s": number }> = {};
    const before = await bare();
    for (const entry of own) {
      rows[entry.name] = await measure(entry);
      if (values.json) console.log(JSON.stringify({ channel, [entry.name]: rows[entry.name] }));
    }
    // A machine shared with others is faster at one time than at another.
    const after = await bare();
    const limit = (before + after) / 2;
    console.log(
      `${channel}; the bare statements of a turn before and after: ${before.toFixed(0)}, ${after.toFixed(0)} turns/s`,
    );
    console.table(
      Object.fromEntries(
        Object.entries(rows).map(([name, row]) => [
          name,
          { ...row, "of the bare": round(row["turns/s"] / limit, 2) },
        ]),
      ),
    );
  }
}

/** At full load, then at half of it. */
async function measure(entry: Entry) {
  const contender = await entry.start();
  try {
    await load(contender, warmUp);
    const before = await processorTime(contender);
    const full = await load(contender, { seconds, perSecond: 0 });
    const after = await processorTime(contender);
    const half = await load(contender, { seconds, perSecond: full.perSecond / 2 });
    const used = { ...subtract(after, before), load: full.cpuSeconds };
    const perTurn = (of: number) => round((1000 * of) / full.turns, 2);
    return {
      "turns/s": round(full.perSecond, 0),
      "p50 ms": round(full.p50Ms, 1),
      "p99 ms": round(full.p99Ms, 1),
      "half p50 ms": round(half.p50Ms, 1),
      "half p99 ms": round(half.p99Ms, 1),
      "bot cpu ms/turn": perTurn(used.bot),
      "database cpu": perTurn(used.database),
      "shop cpu": perTurn(used.shop),
      "load cpu": perTurn(used.load),
      "memory MiB": round(await memoryOf(contender.pids), 0),
    };
  } finally {
    await contender.end();
  }
}

/** Whether what a node holds grows with what it did. */
async function watchMemory(entry: Entry): Promise<void> {
  const contender = await entry.start();
  try {
    for (let done = 0; done < turns; ) {
      const { turns: more, perSecond } = await load(contender, { seconds, perSecond: 0 });
      done += more;
      const memory = await memoryOf(contender.pids);
      console.log(`${done} turns, ${perSecond.toFixed(0)}/s: ${memory.toFixed(0)} MiB`);
    }
  } finally {
    await contender.end();
  }
}

async function load({ load, loadOptions }: Contender, pace: Pace): Promise<LoadResult> {
  const options = { ...loadOptions, ...pace, conversations };
  return (await run<LoadResult>(load, JSON.stringify(options))).line;
}

async function processorTime({ pids, databasePid, merchantPid }: Contender) {
  const bots = await Promise.all(pids.map((pid) => cpuSecondsOf(pid, false)));
  return {
    bot: bots.reduce((sum, one) => sum + one, 0),
    database: databasePid === null ? 0 : await cpuSecondsOf(databasePid, true),
    shop: await cpuSecondsOf(merchantPid, false),
  };
}

type Times = Awaited<ReturnType<typeof processorTime>>;

function subtract(after: Times, before: Times): Times {
  return {
    bot: after.bot - before.bot,
    database: after.database - before.database,
    shop: after.shop - before.shop,
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
