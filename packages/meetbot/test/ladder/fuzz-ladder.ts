import type { CgroupScope } from "../fixtures/machine.ts";
import { createRandom } from "../fixtures/random.ts";
import { createFindings, type Finding } from "./findings.ts";
import { createOperators } from "./operators.ts";
import { type PlayedShop, playShop } from "./play-shop.ts";
import type { SensitiveValues } from "./sensitive-value.ts";
import { startLadder } from "./start-ladder.ts";

/** Sizes of the process may be any number. */
const ofProcess = /^(?:nodejs|process)_.*$/gm;

/** How much is played. */
export interface FuzzOptions {
  /** Of the first shop; each further one counts on from it. */
  seed: number;
  /** Shops come until there were so many turns. */
  minTurns: number;
  customers: number;
  asks: number;
}

/** What came of it. */
export interface FuzzReport {
  turns: number;
  seconds: number;
  /** How many texts were looked at in each place, and how many values stood there that may. */
  looked: Record<string, number>;
  seen: Record<string, number>;
  found: Finding[];
}

/** They wait for each other seldom: a node takes turns of many conversations at once. */
const shopsAtOnce = 2;

const minuteMs = 60_000;

/** When customers come back: after a code has ended, and after the shop's word has. */
const comebacks = [31 * minuteMs, 125 * minuteMs];

/**
 * Shops that are made up, customers of every kind who ask them whatever they like, and a look at every place where a
 * fact of an order can come out. Each value stands for itself, so that what comes out is known to be somebody's.
 */
export async function fuzzLadder(scope: CgroupScope, options: FuzzOptions): Promise<FuzzReport> {
  const { seed: firstSeed, minTurns, customers, asks } = options;
  const node = await startLadder(scope);
  const operators = await createOperators(node);
  const values: SensitiveValues = new Map();
  const findings = createFindings(values);
  const startedAt = performance.now();
  let [turns, shops, networks] = [0, 0, 0];
  const newNetwork = () => {
    networks += 1;
    return `${11 + ((networks >> 16) & 63)}.${(networks >> 8) & 255}.${networks & 255}.7`;
  };
  for (; turns < minTurns; shops += shopsAtOnce) {
    const playing = { node, operators, findings, values, newNetwork, customers, asks };
    const played: PlayedShop[] = await Promise.all(
      Array.from({ length: shopsAtOnce }, (_, nth) =>
        playShop({ ...playing, random: createRandom(firstSeed + shops + nth) }),
      ),
    );
    for (const ahead of comebacks) {
      node.setAhead(ahead);
      await Promise.all(played.map((shop) => shop.goOn()));
    }
    await Promise.all(played.map((shop) => shop.comeByMail()));
    for (const shop of played) turns += await shop.end();
    node.setAhead(0);
    const metrics = await (await fetch(`${node.url}/metrics`)).text();
    findings.checkNothing("metrics", metrics.replace(ofProcess, ""));
    for (const line of node.logged.splice(0)) findings.checkNothing("log", line);
    node.mails.length = 0;
    node.alerts.length = 0;
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const { looked, seen, found } = findings;
  return {
    ...{ turns, seconds, found },
    looked: Object.fromEntries(looked),
    seen: Object.fromEntries(seen),
  };
}
