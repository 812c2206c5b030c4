import { setTimeout as delay } from "node:timers/promises";
import type { Arrivals, ArrivalsResult } from "../arrivals.ts";
import { type Checkout, pairOfCheckouts, thisCheckout } from "../checkout.ts";
import { countsOf, type DatabaseCounts } from "../count-statements.ts";
import { runInSteps, type SteppedLoad } from "../processes.ts";
import { type StartedMeetbot, startMeetbot } from "../start-meetbot.ts";
import { alternate, type Side } from "./alternate.ts";
import { type FirstSlice, printFirst } from "./print-first.ts";
import { timed } from "./processor-time.ts";
import { type Ends, withEnds } from "./with-ends.ts";

// Customers who come, each for the first time: what one costs, what one asks of the database, and how long they wait who all
// come at once. Each exercise has a bot of its own, for which fewer than 1,000 numbers are asked in an hour, and from one
// network fewer than 100: beyond that customers would have other answers.

interface Options {
  /** The folder of another checkout; absent: this one alone. */
  pair: string | undefined;
  slices: number;
  json: boolean;
}

/** V8 compiles what they need meanwhile. */
const warmUp = { customers: 400, atOnce: 8, network: null };

/** Where the customers of a slice come from. */
const cases: [name: string, networkOf: (nth: number) => string | null][] = [
  ["each of a network of their own", () => null],
  ["all of one /24", (nth) => `203.0.${nth}`],
];
const slice = { customers: 40, atOnce: 8 };
const counted = { customers: 80, atOnce: 8 };
/** Once they are gone, each new connection to the database knows each statement. */
const prepared = { customers: 60, atOnce: 8, network: null };

/** Behind the addresses of a carrier, as many as the limits of a network are made for. */
const rush = { customers: 300, atOnce: 300 };
const rushes = 2;

/** The most that are asked from a network, and for a bot, by the exercises above. */
const numbersOfNetwork = 90;

type Opened = { meetbot: StartedMeetbot; load: SteppedLoad<Arrivals, ArrivalsResult> };
type Way = { bot: number; customers: number; atOnce: number; network: string | null };

/** Prints what customers cost who come, of this checkout alone or beside another. */
export async function compareFirst({ pair, slices, json }: Options): Promise<void> {
  const checkouts = pair === undefined ? { this: thisCheckout() } : pairOfCheckouts(pair);
  const sides = Object.keys(checkouts) as Side[];
  await withEnds(async (ends) => {
    const opened: Record<string, Opened> = {};
    for (const side of sides) opened[side] = await open((checkouts as Sides)[side]!, ends);
    const come = (side: Side, way: Way) => arrive(opened[side]!, way);
    for (const side of sides) await come(side, { ...warmUp, bot: 0 });

    const usual: Record<string, Record<Side, FirstSlice[]>> = {};
    const counts: Record<string, Record<Side, DatabaseCounts[]>> = {};
    for (const [at, [name, networkOf]] of cases.entries()) {
      const bot = 1 + at;
      usual[name] = await alternate(sides, slices, (side, nth) =>
        come(side, { ...slice, bot, network: networkOf(nth) }),
      );
    }
    const atOnce = await alternate(sides, rushes, (side, nth) =>
      come(side, { ...rush, bot: 3, network: `198.51.${nth}` }),
    );
    for (const [at, [name, networkOf]] of cases.entries()) {
      const way = { ...counted, bot: 4 + at, network: networkOf(250) };
      counts[name] = await alternate(sides, 1, (side) => count(opened[side]!, way));
    }
    printFirst({ checkouts, sides, usual, atOnce, counts, json });
  });
}

type Sides = Partial<Record<Side, Checkout>>;

async function open(checkout: Checkout, ends: Ends): Promise<Opened> {
  const meetbot = await startMeetbot({
    ...{ name: "", channel: "web chat", nodes: 1, stored: 0, checkout },
    env: { MEETBOT_TRUSTED_PROXIES: "127.0.0.1" },
    bots: 4 + cases.length,
    countsStatements: true,
  });
  ends.push(meetbot.end);
  const options = { url: meetbot.urls[0] };
  const load = await runInSteps<Arrivals, ArrivalsResult>("load-first.ts", options);
  ends.push(async () => load.end());
  return { meetbot, load };
}

/** How many have come to each bot. */
const come = new Map<string, number>();

async function arrive({ meetbot, load }: Opened, { bot, ...way }: Way): Promise<FirstSlice> {
  const botId = meetbot.botIds[bot]!;
  const before = come.get(botId) ?? 0;
  come.set(botId, before + way.customers);
  const numbers = way.network === null ? way.customers : numbersOfNetwork;
  const { result, used } = await timed(meetbot, () =>
    load.play({ ...way, botId, before, numbers }),
  );
  return { ...result, botMs: 1000 * used.bot, databaseMs: 1000 * used.database };
}

/**
 * What each of them asks of the database, without what connections cost that are new and what a node asks for itself: as much
 * less as the same takes without them.
 */
async function count(opened: Opened, way: Way): Promise<DatabaseCounts> {
  const database = opened.meetbot.database!;
  const prepare = () => arrive(opened, { ...prepared, bot: 0 });
  const startedAt = performance.now();
  const all = await countsOf(database, async () => {
    await prepare();
    await arrive(opened, way);
  });
  const tookMs = performance.now() - startedAt;
  const rest = await countsOf(database, () => Promise.all([prepare(), delay(tookMs)]));
  const each = (key: keyof DatabaseCounts) => (all[key] - rest[key]) / way.customers;
  return {
    statements: each("statements"),
    commits: each("commits"),
    walBytes: each("walBytes"),
  };
}
