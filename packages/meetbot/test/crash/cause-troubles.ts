import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import type { OwnDatabase } from "../fixtures/own-database.ts";
import type { Random } from "../fixtures/random.ts";
import type { Nodes } from "./nodes.ts";
import { spanOf, type Troubles } from "./outcomes.ts";

/** So many kills more, at most, where none has cut anything off. */
const moreKills = 6;
/** The longest time between two kills. */
const maxRestMs = 1_200;
/** Beside each ten kills, one node is killed on its way up, one is stopped in order, and one stands still for longer than a lease. */
const stopEvery = 10;
export const freezeForMs = 5_000;
/** A node takes longer to be ready. */
const maxStartMs = 600;
/** The database is away for this long when it is restarted. */
const databaseAwayMs = 1_000;
/** Nodes have found one that answers again by then. */
const recoveredWithinMs = 5_000;

export interface TroubleOptions {
  kills: number;
  nodes: Nodes;
  database: OwnDatabase;
  random: Random;
  /** Whether a kill has cut something off: one that falls between the turns proves nothing. */
  isProved(): boolean;
  /** Resolves once the database lets anybody in. */
  untilDatabaseAnswers(): Promise<unknown>;
  /** Each resolves at a moment at which some node has something in hand. */
  busyMoments: (() => Promise<unknown>)[];
  /** Whether a node may have something in hand for longer than it has to stop: it ends with 1 then. */
  mayStopLate(): boolean;
  /** Where it is written down. */
  troubles: Troubles;
  /** Told after each kill. */
  onKill?: ((nth: number) => void) | undefined;
}

export interface TroubleCounts {
  kills: number;
  stops: number;
  /** Those that had something in hand for longer than a stopping node waits. */
  lateStops: number;
  freezes: number;
  databaseCrashes: number;
  databaseRestarts: number;
}

/** Kills nodes over and over, and causes some other trouble in between. */
export async function causeTroubles(options: TroubleOptions): Promise<TroubleCounts> {
  const { nodes, database, random, busyMoments, mayStopLate, troubles } = options;
  const databaseCounts = { databaseCrashes: 0, databaseRestarts: 0 };
  const counts = { kills: 0, stops: 0, lateStops: 0, freezes: 0, ...databaseCounts };
  let standingStill: Promise<unknown> = Promise.resolve();
  let recovering: Promise<unknown> = Promise.resolve();
  const max = options.kills + moreKills;
  while (counts.kills < options.kills || (!options.isProved() && counts.kills < max)) {
    await delay(random.below(maxRestMs));
    await nodes.spare();
    await busyMoments[random.below(busyMoments.length)]!();
    await delay(random.below(20));
    troubles.kills.push(await nodes.kill());
    counts.kills += 1;
    options.onKill?.(counts.kills);
    if (counts.kills % stopEvery === 1) await nodes.startInVain(random.below(maxStartMs));
    if (counts.kills % stopEvery === 3) {
      const mayBeLate = mayStopLate();
      const { code, printed } = await nodes.stop();
      const isFine = code === 0 || (code === 1 && mayBeLate);
      assert(isFine, `a node that was stopped ended with ${code}: ${printed}`);
      counts.stops += 1;
      if (code === 1) counts.lateStops += 1;
    }
    if (counts.kills % stopEvery === 6) {
      standingStill = nodes.freeze(freezeForMs).then((frozen) => troubles.freezes.push(frozen));
      counts.freezes += 1;
    }
    if (counts.kills === Math.ceil(options.kills / 3)) {
      const away = { from: Date.now(), to: Number.POSITIVE_INFINITY };
      troubles.databaseAway.push(away);
      database.crash();
      recovering = options.untilDatabaseAnswers().then(() => {
        away.to = Date.now() + recoveredWithinMs;
      });
      counts.databaseCrashes += 1;
    }
    if (counts.kills === Math.ceil((2 * options.kills) / 3)) {
      await recovering;
      const { from, to } = await spanOf(restart(database));
      troubles.databaseAway.push({ from, to: to + recoveredWithinMs });
      counts.databaseRestarts += 1;
    }
  }
  await Promise.all([standingStill, recovering]);
  await nodes.allUp();
  return counts;
}

async function restart(database: OwnDatabase): Promise<void> {
  await database.stop();
  await delay(databaseAwayMs);
  await database.start();
}
