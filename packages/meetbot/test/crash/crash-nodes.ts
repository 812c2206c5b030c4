import assert from "node:assert/strict";
import { type EventEmitter, once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { say } from "@meetbot/presentation";
import { eventually } from "../fixtures/eventually.ts";
import { type CgroupScope, createMachine } from "../fixtures/machine.ts";
import { startOwnDatabase } from "../fixtures/own-database.ts";
import { createRandom } from "../fixtures/random.ts";
import { type SlowMerchant, startSlowMerchant } from "../fixtures/slow-merchant.ts";
import { causeTroubles, freezeForMs, type TroubleCounts } from "./cause-troubles.ts";
import { checkAddresses } from "./check-sent.ts";
import { createBots, names } from "./create-bots.ts";
import type { Conversation } from "./customer.ts";
import { startDesk, startMailedCustomer } from "./desk.ts";
import { startHeldCustomer } from "./held-customer.ts";
import { type WatchedQueues, watchQueues } from "./hurry-leases.ts";
import { startMessengerCustomer } from "./messenger-customer.ts";
import { startNodes } from "./nodes.ts";
import type { Troubles } from "./outcomes.ts";
import { startMeta } from "./platforms/meta.ts";
import { startTelegramSide } from "./platforms/telegram.ts";
import { startPushedCustomer } from "./pushed-customer.ts";
import { createPush, startPushingShop } from "./pushing-shop.ts";
import { addUp, type ChannelReport, sumUp } from "./sum-up.ts";
import { startTelegramCustomer } from "./telegram-customer.ts";
import { startWebChatCustomer } from "./web-chat-customer.ts";

// `kill -9` at random moments over several nodes while customers chat through all of them, on a page, on Messenger and
// on Telegram alike, get the updates that their shop pushes, and talk to people, who get alerts and letters. The seed
// repeats the decisions of a run; the moments of processes are their own.

/** So many questions in hand that a node which is killed has hardly none of them. */
const manyQuestions = 3;
/** Where no echo tells, a part whose answer was lost comes again after half of the first wait at least. */
const againOnTelegramAfterMs = 450;
/** No moment is waited for longer: all of Messenger's conversations may wait for an echo. */
const momentWithinMs = 2_000;

/** A database that crashed recovers in a second or two. */
const databaseWithinMs = 60_000;

/** How long a part waits for its echo: Meetbot's own time, or less where an experiment has to be short. */
const echoTimes = {
  // A node may stand still between writing an attempt down and making it.
  own: { minHurryMs: null, againAfterMs: 60_000 - freezeForMs - 1_000, patienceMs: 600_000 },
  // A slow machine starts nodes slowly, and its nodes write down slowly what became of a call.
  short: { minHurryMs: freezeForMs + 3_000, againAfterMs: 2_000, patienceMs: 600_000 },
};

export interface CrashOptions {
  seed: number;
  kills: number;
  nodes: number;
  /** Who chat with the bot: on a page, on Messenger and on Telegram, as many of each. */
  customers: number;
  /** Customers who get pushed updates, who talk to an operator, and whom another desk answers: as many of each. */
  others: number;
  /** Longest time between two things that a customer says. */
  restMs: number;
  /** Longest pause of the shop, of which an answer has two. */
  shopMs: number;
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
export async function crashNodes(scope: CgroupScope, options: CrashOptions): Promise<CrashReport> {
  const random = createRandom(options.seed);
  const fork = () => createRandom(random.below(2 ** 31));
  const { minHurryMs, ...echoTime } = echoTimes[options.echoTime];
  const machine = createMachine(scope);
  const database = await startOwnDatabase(scope);
  const merchant = await startSlowMerchant(scope, () =>
    random.below(random.percent(30) ? options.shopMs : options.shopMs / 5),
  );
  const shop = await startPushingShop(scope, { customers: options.others, random: fork() });
  const meta = await startMeta(scope, { random: fork(), answersHang: options.echoTime === "own" });
  const telegram = await startTelegramSide(scope, { random: fork() });
  const desk = await startDesk(scope);
  const { asked, pushing } = await createBots({
    ...{ database, telegramUrl: telegram.url, alertsUrl: desk.alertsUrl },
    endpoints: { asked: merchant.endpoint, pushing: shop.endpoint },
  });
  shop.serve(pushing.signingSecret);
  const { MEETBOT_DATABASE_URL: databaseUrl } = database.env;
  const apis = { MEETBOT_GRAPH_URL: meta.graphUrl, MEETBOT_TELEGRAM_URL: telegram.url };
  const env = { ...database.env, ...desk.env, ...apis };
  const startedAt = Date.now();
  const nodes = await startNodes(machine, env, { count: options.nodes, random });
  const hurriedAfterMs =
    minHurryMs === null ? null : Math.max(minHurryMs, 2 * (Date.now() - startedAt));
  const queues = watchQueues(scope, databaseUrl, { hurriedAfterMs });
  meta.open(async () => `${await nodes.url()}/channels/messenger/${asked.botId}`);
  telegram.open(nodes.url);

  const drained = async () => {
    await Promise.all([meta.settled(), telegram.settled()]);
    await queues.outboxDrained();
  };
  const troubles: Troubles = { kills: [], freezes: [], databaseAway: [] };
  const enough = new AbortController();
  const common = (name: string) => {
    const { restMs } = options;
    return { random: fork(), name, restMs, enough: enough.signal, url: nodes.url };
  };
  const customers = Array.from({ length: options.customers }, (_, nth) => {
    const own = common(`MB${String(nth).padStart(3, "0")}`);
    if (nth % 3 === 0) return startWebChatCustomer({ ...own, botId: asked.botId });
    const welcome = say("en", "welcome", { bot: names.bot });
    const onPlatform = { ...own, ...echoTime, troubles, drained, welcome, user: `5000${nth}` };
    if (nth % 3 === 1) return startMessengerCustomer({ ...onPlatform, meta });
    const againAfterMs = againOnTelegramAfterMs;
    return startTelegramCustomer({ ...onPlatform, telegram, againAfterMs });
  });

  try {
    const others = Array.from({ length: options.others }, (_, nth) => nth);
    const push = createPush({ ...common("push"), ...pushing });
    const pushed = await Promise.all(
      shop.orders.map((order, nth) =>
        startPushedCustomer({ ...common(""), ...pushing, push, order, isPatient: nth % 2 === 0 }),
      ),
    );
    const held = await Promise.all(
      others.map((nth) => startHeldCustomer({ ...common(`MH${nth}`), ...asked })),
    );
    const { mails } = desk;
    const deskTroubles = () => [...troubles.kills, ...troubles.freezes, ...troubles.databaseAway];
    const mailed = await Promise.all(
      others.map((nth) =>
        startMailedCustomer({ ...common(`MD${nth}`), ...asked, mails, troubles: deskTroubles }),
      ),
    );
    const run = await causeTroubles({
      ...{ kills: options.kills, onKill: options.onKill, nodes, database, random, troubles },
      mayStopLate: meta.hangs,
      isProved: () => merchant.cut() > 0,
      untilDatabaseAnswers: () => eventually(databaseWithinMs, () => queues.read("select")),
      busyMoments: [
        () => untilMany(merchant),
        () => untilCalled(meta.happenings, "called"),
        () => untilCalled(telegram.happenings, "called"),
        () => untilCalled(shop.queries, "asked"),
      ],
    });
    enough.abort();
    const conversations = await Promise.all(customers.map((customer) => customer.end()));
    const reports = await Promise.all([
      ...pushed.map(async ({ done }) => {
        const { told, parcels } = await done;
        return { pushesTold: told, parcels };
      }),
      ...held.map((one) => one.end()),
    ]);
    await Promise.all(mailed.map(({ done }) => done));
    await meta.settled();
    await queues.allDrained();
    await checkChannels(queues, asked.botId);
    // From here on no node is killed: both nodes run, and each line is sent once.
    queues.leaveLeases();
    await Promise.all(mailed.map((one) => one.sayLast()));
    await queues.allDrained();
    const alerts = await desk.checkAlerts(queues, asked.botId);
    const counts = addUp([
      ...conversations.map((one) => one.counts),
      ...reports,
      ...mailed.map((one) => one.check()),
    ]);
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
      counts: { ...counts, alerts, ...meta.counts(), ...telegram.counts() },
    };
  } finally {
    // Also where something went wrong: nobody goes on talking.
    enough.abort();
    nodes.end();
  }
}

function untilCalled(happenings: EventEmitter, name: string): Promise<unknown> {
  return Promise.race([once(happenings, name), delay(momentWithinMs)]);
}

async function untilMany({ queries, inHand }: SlowMerchant): Promise<void> {
  const until = Date.now() + momentWithinMs;
  do await untilCalled(queries, "asked");
  while (inHand() < manyQuestions && Date.now() < until);
}

/** Checks that the channels gave up no message, and that no message's outcome is still unknown. */
async function checkChannels({ read }: WatchedQueues, botId: string): Promise<void> {
  const statuses = await read(
    `select channel, status from messages join conversations using (bot_id, conversation_id)
      where bot_id = $1 and channel <> 'web-chat' and direction = 'out' group by 1, 2 order by 1, 2`,
    [botId],
  );
  assert.deepEqual(statuses, [
    { channel: "messenger", status: "sent" },
    { channel: "telegram", status: "sent" },
  ]);
  const stopped = await read("select channel from channel_links where stopped_for is not null");
  assert.deepEqual(stopped, []);
}
