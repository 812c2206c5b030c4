import assert from "node:assert/strict";
import { type EventEmitter, once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { say } from "@meetbot/presentation";
import { createMachine, type Machine, type Scope } from "../fixtures/machine.ts";
import { startOwnDatabase } from "../fixtures/own-database.ts";
import { createRandom } from "../fixtures/random.ts";
import { type SlowMerchant, startSlowMerchant } from "../fixtures/slow-merchant.ts";
import { causeTroubles, freezeForMs, type TroubleCounts } from "./cause-troubles.ts";
import { checkAddresses } from "./check-sent.ts";
import { createBot } from "./create-bot.ts";
import type { Conversation } from "./customer.ts";
import { startMessengerCustomer } from "./messenger-customer.ts";
import { startMeta } from "./meta.ts";
import { startNodes } from "./nodes.ts";
import type { Troubles } from "./outcomes.ts";
import { addUp, type ChannelReport, sumUp } from "./sum-up.ts";
import { startTelegramSide } from "./telegram.ts";
import { startTelegramCustomer } from "./telegram-customer.ts";
import { watchOutbox } from "./watch-outbox.ts";
import { startWebChatCustomer } from "./web-chat-customer.ts";

// `kill -9` at random moments over several nodes while customers chat through all of them, on a page, on
// Messenger and on Telegram alike. The seed repeats the decisions of a run; the moments of
// processes are their own.

const nodeCount = 3;
/** So many questions in hand that a node which is killed has hardly none of them. */
const manyQuestions = 3;
/** Where no echo tells, a part whose answer was lost comes again after half of the first wait at least. */
const againOnTelegramAfterMs = 450;
/** No moment is waited for longer: all of Messenger's conversations may wait for an echo. */
const momentWithinMs = 2_000;

/** How long a part waits for its echo: Meetbot's own time, or less where an experiment has to be short. */
const echoTimes = {
  // A node may stand still between writing an attempt down and making it.
  own: { hurriedAfterMs: null, againAfterMs: 60_000 - freezeForMs - 1_000, patienceMs: 240_000 },
  short: { hurriedAfterMs: freezeForMs + 3_000, againAfterMs: 2_000, patienceMs: 180_000 },
};

export interface CrashOptions {
  seed: number;
  kills: number;
  customers: number;
  echoTime: keyof typeof echoTimes;
  /** Told after each kill. */
  onKill?: (nth: number) => void;
}

export interface CrashReport {
  /** `cutQuestions`: to the shop, whose asker was gone before the answer was out. */
  run: TroubleCounts & { cutQuestions: number };
  channels: Record<Conversation["channel"], ChannelReport>;
  /** What else happened, by name. */
  counts: Record<string, number>;
}

/** Kills nodes over and over; throws at the first message that was lost, doubled or moved. */
export async function crashNodes(scope: Scope, options: CrashOptions): Promise<CrashReport> {
  const random = createRandom(options.seed);
  const fork = () => createRandom(random.below(2 ** 31));
  const { hurriedAfterMs, ...echoTime } = echoTimes[options.echoTime];
  const machine = createMachine(scope);
  const database = await startOwnDatabase(scope);
  const merchant = await startSlowMerchant(scope, () =>
    random.below(random.percent(30) ? 600 : 120),
  );
  const meta = await startMeta(scope, { random: fork(), answersHang: options.echoTime === "own" });
  const telegram = await startTelegramSide(scope, { random: fork() });
  const env = {
    ...database.env,
    MEETBOT_GRAPH_URL: meta.graphUrl,
    MEETBOT_TELEGRAM_URL: telegram.url,
  };
  const botId = await createBot(machine, env, merchant.endpoint);
  const outbox = watchOutbox(scope, env.MEETBOT_DATABASE_URL, { hurriedAfterMs });
  const nodes = await startNodes(machine, env, { count: nodeCount, random });
  meta.open(async () => `${await nodes.url()}/channels/messenger/${botId}`);
  telegram.open(nodes.url);

  const drained = async () => {
    await Promise.all([meta.settled(), telegram.settled()]);
    await outbox.drained();
  };
  const troubles: Troubles = { kills: [], freezes: [], databaseAway: [] };
  const enough = new AbortController();
  const customers = Array.from({ length: options.customers }, (_, nth) => {
    const name = `MB${String(nth).padStart(3, "0")}`;
    const own = { random: fork(), name, enough: enough.signal };
    if (nth % 3 === 0) return startWebChatCustomer({ ...own, botId, url: nodes.url });
    const welcome = say("en", "welcome", { bot: "Shop" });
    const onPlatform = { ...own, ...echoTime, troubles, drained, welcome, user: `5000${nth}` };
    if (nth % 3 === 1) return startMessengerCustomer({ ...onPlatform, meta });
    const againAfterMs = againOnTelegramAfterMs;
    return startTelegramCustomer({ ...onPlatform, telegram, againAfterMs });
  });

  try {
    const run = await causeTroubles({
      ...{ kills: options.kills, onKill: options.onKill, nodes, database, random, troubles },
      mayStopLate: meta.hangs,
      busyMoments: [
        () => untilMany(merchant),
        () => untilCalled(meta),
        () => untilCalled(telegram),
      ],
    });
    enough.abort();
    const conversations = await Promise.all(customers.map((customer) => customer.end()));
    const counts = addUp(conversations);
    await meta.settled();
    for (const channel of ["messenger", "telegram"]) {
      await checkOutbox(machine, env, botId, channel);
    }
    checkAddresses(meta.sent);
    const sent = meta.sent.length + telegram.sent.length;
    assert.equal(sent, counts.sentParts, "something was sent when all was over");
    const of = (channel: Conversation["channel"]) =>
      sumUp(
        conversations.filter((one) => one.channel === channel),
        troubles,
      );
    return {
      run: { ...run, cutQuestions: merchant.cut() },
      channels: {
        webChat: of("webChat"),
        messenger: of("messenger"),
        telegram: of("telegram"),
      },
      counts: { ...counts, ...meta.counts(), ...telegram.counts() },
    };
  } finally {
    // Also where something went wrong: nobody goes on talking.
    enough.abort();
    nodes.end();
  }
}

function untilCalled({ happenings }: { happenings: EventEmitter }): Promise<unknown> {
  return Promise.race([once(happenings, "called"), delay(momentWithinMs)]);
}

async function untilMany({ queries, inHand }: SlowMerchant): Promise<void> {
  const until = Date.now() + momentWithinMs;
  do await once(queries, "asked");
  while (inHand() < manyQuestions && Date.now() < until);
}

/** Nothing was given up, and of nothing it is unknown any more. */
async function checkOutbox(
  machine: Machine,
  env: Record<string, string>,
  botId: string,
  channel: string,
): Promise<void> {
  const status = ["channel", channel, "status", "--bot", botId, "--json"];
  const { code, stdout, stderr } = await machine.run(status, { env });
  assert.equal(code, 0, stderr);
  const { state, waiting, unknown = 0, failed } = JSON.parse(stdout);
  const expected = { state: "connected", waiting: 0, unknown: 0, failed: 0 };
  assert.deepEqual({ state, waiting, unknown, failed }, expected);
}
