import assert from "node:assert/strict";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { createMachine, type Machine, type Scope } from "../fixtures/machine.ts";
import { type OwnDatabase, startOwnDatabase } from "../fixtures/own-database.ts";
import { createRandom } from "../fixtures/random.ts";
import { startSlowMerchant } from "../fixtures/slow-merchant.ts";
import type { Conversation, Wait } from "./customer.ts";
import { startNodes } from "./nodes.ts";
import { startWebChatCustomer } from "./web-chat-customer.ts";

// `kill -9` at random moments over several nodes while customers chat through all of them. The seed
// repeats the decisions of a run; the moments of processes are their own.

const nodeCount = 3;
/** The longest time between two kills. */
const longestRestMs = 1_200;
/** Beside each ten kills, one node is stopped in order, and one stands still for longer than a lease. */
const stopEvery = 10;
const freezeForMs = 5_000;
/** The database is away for this long when it is restarted. */
const databaseAwayMs = 1_000;
/** What a trouble held up is answered by then. */
const overAfterMs = 5_000;

export interface CrashOptions {
  seed: number;
  kills: number;
  customers: number;
  /** Told after each kill. */
  onKill?: (nth: number) => void;
}

export interface CrashReport {
  kills: number;
  stops: number;
  freezes: number;
  databaseCrashes: number;
  databaseRestarts: number;
  conversations: number;
  messages: number;
  /** Questions to the shop whose asker was gone before the answer was out. */
  cutQuestions: number;
  repeatedRequests: number;
  resumedStreams: number;
  /** From first saying something to having its last reply. */
  p50Ms: number;
  p99Ms: number;
  longestPauseMs: number;
  /** The same by what fell into it: a node that stood still, a database that was away, or neither. */
  longestPauseByFreezeMs: number;
  longestPauseByDatabaseMs: number;
  longestPauseByKillsMs: number;
}

/** Kills nodes over and over; throws at the first message that was lost, doubled or moved. */
export async function crashNodes(scope: Scope, options: CrashOptions): Promise<CrashReport> {
  const random = createRandom(options.seed);
  const machine = createMachine(scope);
  const database = await startOwnDatabase(scope);
  const merchant = await startSlowMerchant(scope, () =>
    random.below(random.percent(10) ? 300 : 40),
  );
  const botId = await createBot(machine, database.env, merchant.endpoint);
  const nodes = await startNodes(machine, database.env, { count: nodeCount, random });
  const enough = new AbortController();
  const customers = Array.from({ length: options.customers }, (_, nth) =>
    startWebChatCustomer({
      botId,
      url: nodes.url,
      random: createRandom(random.below(2 ** 31)),
      name: `MB${String(nth).padStart(3, "0")}`,
      enough: enough.signal,
    }),
  );

  const report = { kills: 0, stops: 0, freezes: 0, databaseCrashes: 0, databaseRestarts: 0 };
  const troubles: Trouble[] = [];
  const during = async (kind: Trouble["kind"], trouble: Promise<void>): Promise<void> => {
    const from = performance.now();
    await trouble;
    troubles.push({ kind, from, to: performance.now() + overAfterMs });
  };
  let standingStill: Promise<void> = Promise.resolve();
  while (report.kills < options.kills) {
    await delay(random.below(longestRestMs));
    // At a moment at which a shop is asked: a turn of some node is in hand.
    await once(merchant.queries, "asked");
    await delay(random.below(40));
    await nodes.kill();
    report.kills += 1;
    options.onKill?.(report.kills);
    if (report.kills % stopEvery === 3) {
      assert.equal(await nodes.stop(), 0, "a node that was asked to stop did not end with 0");
      report.stops += 1;
    }
    if (report.kills % stopEvery === 6) {
      standingStill = during("freeze", nodes.freeze(freezeForMs));
      report.freezes += 1;
    }
    if (report.kills === Math.ceil(options.kills / 3)) {
      database.crash();
      await during("database", Promise.resolve());
      report.databaseCrashes += 1;
    }
    if (report.kills === Math.ceil((2 * options.kills) / 3)) {
      await during("database", restart(database));
      report.databaseRestarts += 1;
    }
  }
  await standingStill;
  await nodes.allUp();
  enough.abort();
  const conversations = await Promise.all(customers.map((customer) => customer.end()));
  nodes.end();
  return { ...report, ...sumUp(conversations, troubles), cutQuestions: merchant.cut() };
}

/** Something beside the kills, which can hold up what falls into it. */
interface Trouble extends Wait {
  kind: "freeze" | "database";
}

const kindOf = ({ kind }: Trouble) => kind;

async function restart(database: OwnDatabase): Promise<void> {
  await database.stop();
  await delay(databaseAwayMs);
  await database.start();
}

async function createBot(
  machine: Machine,
  env: Record<string, string>,
  endpoint: string,
): Promise<string> {
  const create = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--json"];
  const { stdout, stderr } = await machine.run(create, { env });
  assert.equal(stderr, "");
  const { bot_id: botId } = JSON.parse(stdout);
  // Each message asks for another order, so that none can be taken for another: as many as no
  // customer may ask for, unless the bot protects nothing.
  const set = await machine.run(["bot", "set", botId, "--policy", "off"], { env });
  assert.equal(set.code, 0, set.stderr);
  return botId;
}

function sumUp(conversations: Conversation[], troubles: Trouble[]) {
  const waits = conversations.flatMap((one) => one.waits);
  const kindsIn = (wait: Wait) =>
    new Set(troubles.filter(({ from, to }) => from < wait.to && wait.from < to).map(kindOf));
  const longestBy = (kinds: Trouble["kind"][]) =>
    longest(
      waits.filter((wait) => {
        const found = kindsIn(wait);
        return found.size === kinds.length && kinds.every((kind) => found.has(kind));
      }),
      1,
    );
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    conversations: conversations.length,
    messages: sum(conversations.map(({ said }) => said.length)),
    repeatedRequests: sum(conversations.map(({ repeated }) => repeated)),
    resumedStreams: sum(conversations.map(({ resumed }) => resumed)),
    p50Ms: longest(waits, 0.5),
    p99Ms: longest(waits, 0.99),
    longestPauseMs: longest(waits, 1),
    longestPauseByFreezeMs: longestBy(["freeze"]),
    longestPauseByDatabaseMs: longestBy(["database"]),
    longestPauseByKillsMs: longestBy([]),
  };
}

/** The longest of the shortest waits, of which there is such a share. */
function longest(waits: Wait[], share: number): number {
  const sorted = waits.map(({ from, to }) => to - from).sort((a, b) => a - b);
  return Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
}
