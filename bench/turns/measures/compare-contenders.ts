import { availableParallelism } from "node:os";
import type { LoadResult, Pace } from "../ask-over-and-over.ts";
import type { Contender, Entry } from "../contender.ts";
import { memoryOf, run } from "../processes.ts";
import { startMeetbot } from "../start-meetbot.ts";
import { startPeer } from "../start-peer.ts";
import { round, timed } from "./processor-time.ts";
import { measureStore } from "./store-limit.ts";

interface Options {
  seconds: number;
  conversations: number;
  only: string;
  stored: number;
  turns: number;
  json: boolean;
}

/** V8 compiles what a turn runs for as long, on the processors that the turns need. */
const warmUp = { seconds: 20, perSecond: 0 };

/** Prints a table for each channel, or the memory of the first contender after so many turns. */
export async function compareContenders(options: Options): Promise<void> {
  const { seconds, conversations, stored, only } = options;
  const chosen = entriesWith(stored).filter(({ name, channel }) =>
    `${channel}: ${name}`.includes(only),
  );
  console.log(
    `${availableParallelism()} cores, ${conversations} conversations, ${seconds} s each, ${stored} conversations stored before`,
  );
  if (options.turns > 0) await watchMemory(chosen[0]!, options);
  else await compare(chosen, options);
}

function entriesWith(stored: number): Entry[] {
  const meetbot = (name: string, channel: Entry["channel"], nodes: number | null): Entry => ({
    name: `Meetbot, ${name}`,
    channel,
    start: () => startMeetbot({ name, channel, nodes, stored: nodes === null ? 0 : stored }),
  });
  const onOwnServer = (channel: Entry["channel"]) =>
    [1, 2, 3].map((count) => meetbot(`${count} node${count > 1 ? "s" : ""}`, channel, count));
  return [
    meetbot("embedded store", "web chat", null),
    ...onOwnServer("web chat"),
    { name: "botkit", channel: "web chat", start: () => startPeer("botkit", "web chat") },
    meetbot("embedded store", "Messenger", null),
    ...onOwnServer("Messenger"),
    { name: "bottender", channel: "Messenger", start: () => startPeer("bottender", "Messenger") },
  ];
}

async function compare(chosen: Entry[], options: Options): Promise<void> {
  const { seconds, conversations, json } = options;
  for (const channel of ["web chat", "Messenger"] as const) {
    const own = chosen.filter((entry) => entry.channel === channel);
    if (own.length === 0) continue;
    const bare = () => measureStore(channel, seconds, conversations);
    const rows: Record<string, { "turns/s": number }> = {};
    const before = await bare();
    for (const entry of own) {
      rows[entry.name] = await measure(entry, options);
      if (json) console.log(JSON.stringify({ channel, [entry.name]: rows[entry.name] }));
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
async function measure(entry: Entry, { seconds, conversations }: Options) {
  const contender = await entry.start();
  const load = (pace: Pace) => runLoad(contender, conversations, pace);
  try {
    await load(warmUp);
    const { result: full, used } = await timed(contender, () => load({ seconds, perSecond: 0 }));
    const half = await load({ seconds, perSecond: full.perSecond / 2 });
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
      "load cpu": perTurn(full.cpuSeconds),
      "memory MiB": round(await memoryOf(contender.pids), 0),
    };
  } finally {
    await contender.end();
  }
}

/** Whether what a node holds grows with what it did. */
async function watchMemory(entry: Entry, options: Options): Promise<void> {
  const { seconds, conversations, turns } = options;
  const contender = await entry.start();
  try {
    for (let done = 0; done < turns; ) {
      const { turns: more, perSecond } = await runLoad(contender, conversations, {
        seconds,
        perSecond: 0,
      });
      done += more;
      const memory = await memoryOf(contender.pids);
      console.log(`${done} turns, ${perSecond.toFixed(0)}/s: ${memory.toFixed(0)} MiB`);
    }
  } finally {
    await contender.end();
  }
}

async function runLoad(
  { load, loadOptions }: Contender,
  conversations: number,
  pace: Pace,
): Promise<LoadResult> {
  const options = { ...loadOptions, ...pace, conversations };
  return (await run<LoadResult>(load, JSON.stringify(options))).line;
}
