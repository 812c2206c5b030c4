import type { LoadResult, Pace } from "../ask-over-and-over.ts";
import { type Checkout, pairOfCheckouts } from "../checkout.ts";
import type { Channel } from "../contender.ts";
import { runInSteps, type SteppedLoad } from "../processes.ts";
import { type StartedMeetbot, startMeetbot } from "../start-meetbot.ts";
import { alternate, type Side } from "./alternate.ts";
import { printPair, type Slice } from "./print-pair.ts";
import { timed } from "./processor-time.ts";
import { type Ends, withEnds } from "./with-ends.ts";

// The same load on two checkouts, on nodes and databases that are there all the time. Only one is asked at a time.

interface Options {
  folder: string;
  channel: Channel;
  /** So many of each checkout. */
  slices: number;
  seconds: number;
  conversations: number;
  json: boolean;
}

/** V8 has compiled what a turn runs after so many, however long they take on a machine that others share. */
const warmUpTurns = 4_000;

const sides: Side[] = ["this", "other"];

type Opened = { meetbot: StartedMeetbot; load: SteppedLoad<Pace, LoadResult> };

/** Prints the processor time of a turn, of this checkout and of the one in a folder. */
export async function comparePair(options: Options): Promise<void> {
  const { slices, seconds, json } = options;
  const checkouts = pairOfCheckouts(options.folder);
  await withEnds(async (ends) => {
    const opened: Record<string, Opened> = {};
    for (const side of sides) opened[side] = await open(checkouts[side], options, ends);
    await Promise.all(sides.map((side) => warmUp(opened[side]!)));
    const played = await alternate(sides, slices, (side) => playSlice(opened[side]!, seconds));
    printPair({ channel: options.channel, checkouts, played, json });
  });
}

async function open(
  checkout: Checkout,
  { channel, conversations }: Options,
  ends: Ends,
): Promise<Opened> {
  const meetbot = await startMeetbot({ name: "", channel, nodes: 1, stored: 0, checkout });
  ends.push(meetbot.end);
  const options = { ...meetbot.loadOptions, conversations, inSteps: true };
  const load = await runInSteps<Pace, LoadResult>(meetbot.load, options);
  ends.push(async () => load.end());
  return { meetbot, load };
}

async function warmUp({ load }: Opened): Promise<void> {
  for (let turns = 0; turns < warmUpTurns; ) {
    turns += (await load.play({ seconds: 1, perSecond: 0 })).turns;
  }
}

async function playSlice({ meetbot, load }: Opened, seconds: number): Promise<Slice> {
  const { result, used } = await timed(meetbot, () => load.play({ seconds, perSecond: 0 }));
  return {
    turns: result.turns,
    perSecond: result.perSecond,
    p50Ms: result.p50Ms,
    botMs: 1000 * used.bot,
    databaseMs: 1000 * used.database,
  };
}
