import type { ClientConfig } from "pg";
import type { Scope } from "../fixtures/machine.ts";
import { createRandom } from "../fixtures/random.ts";
import { createFindings, type Finding } from "./findings.ts";
import { createOperators } from "./operators.ts";
import { type PlayedShop, playShop } from "./play-shop.ts";
import type { SensitiveValues } from "./sensitive-value.ts";
import { startLadder } from "./start-ladder.ts";

/** How much is played. */
export interface FuzzOptions {
  /** Each begins a shop. */
  seeds: readonly number[];
  customers: number;
  asks: number;
  /** Shops that are played at once. */
  atOnce?: number;
  /** Of a database that somebody else starts and ends; one of its own where absent. */
  connection?: ClientConfig;
  /** Hears how far it is. */
  onShops?(shops: number, turns: number): void;
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

const minuteMs = 60_000;

/** When customers come back: after a code has ended, and after the shop's word has. */
const comebacks = [31 * minuteMs, 125 * minuteMs];

/**
 * Shops that are made up, customers of every kind who ask them whatever they like, and a look at every place where a
 * fact of an order can come out. Each value stands for itself, so that what comes out is known to be somebody's.
 */
export async function fuzzLadder(scope: Scope, options: FuzzOptions): Promise<FuzzReport> {
  const { seeds, customers, asks, atOnce = 4, connection, onShops } = options;
  const node = await startLadder(scope, connection);
  const operators = await createOperators(node);
  const values: SensitiveValues = new Map();
  const findings = createFindings(values);
  const startedAt = performance.now();
  let [turns, shops, networks] = [0, 0, 0];
  const newNetwork = () => {
    networks += 1;
    return `${11 + ((networks >> 16) & 63)}.${(networks >> 8) & 255}.${networks & 255}.7`;
  };
  for (let nth = 0; nth < seeds.length; nth += atOnce) {
    const wave = seeds.slice(nth, nth + atOnce);
    const playing = { node, operators, findings, values, newNetwork, customers, asks };
    const played: PlayedShop[] = await Promise.all(
      wave.map((seed) => playShop({ ...playing, random: createRandom(seed) })),
    );
    for (const ahead of comebacks) {
      node.setAhead(ahead);
      await Promise.all(played.map((shop) => shop.goOn()));
    }
    for (const shop of played) turns += await shop.end();
    node.setAhead(0);
    const metrics = await (await fetch(`${node.url}/metrics`)).text();
    findings.checkNothing("metrics", metrics);
    for (const line of node.logged.splice(0)) findings.checkNothing("log", line);
    node.mails.length = 0;
    node.alerts.length = 0;
    shops += wave.length;
    onShops?.(shops, turns);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const { looked, seen, found } = findings;
  return {
    ...{ turns, seconds, found },
    looked: Object.fromEntries(looked),
    seen: Object.fromEntries(seen),
  };
}
