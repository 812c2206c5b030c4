import assert from "node:assert/strict";
import { randomInt, randomUUID } from "node:crypto";
import { on } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { languages } from "@meetbot/presentation";
import { post, readUntil, type Seat, takeSeat, type WireMessage } from "./fixtures/conversation.ts";
import { createMachine, type Machine, type Running } from "./fixtures/machine.ts";
import { createRandom } from "./fixtures/random.ts";
import { type SlowMerchant, startSlowMerchant, toldOfEach } from "./fixtures/slow-merchant.ts";

// `kill -9` at random moments of random turns, over and over, on one data folder. CRASH_SEED=… in
// the environment repeats the decisions of a run; the moments of processes are their own.

const kills = 20;
const customers = 10;
/** By each customer, between two kills. */
const messagesPerRound = 2;
/** Of a hundred kills, so many also take the database, and so many starts are cut short before. */
const databasePercent = 30;
const startPercent = 20;

/** Only what hangs reaches it. */
const timeout = 600_000;
const seed = Number(process.env.CRASH_SEED ?? randomInt(1, 2 ** 31));

test("kill -9 at any moment loses nothing, doubles nothing and reorders nothing", {
  timeout,
}, async (t) => {
  try {
    await crashOverAndOver(t);
  } catch (error) {
    t.diagnostic(`CRASH_SEED=${seed}`);
    throw error;
  }
});

async function crashOverAndOver(t: Parameters<typeof createMachine>[0]): Promise<void> {
  const random = createRandom(seed);
  const machine = createMachine(t);
  const merchant = await startSlowMerchant(t, () => random.below(random.percent(10) ? 300 : 40));
  const botId = await createBot(machine, merchant.endpoint);
  const server = createFragileServer(machine);

  const chats: Chat[] = [];
  await server.start();
  for (let index = 0; index < customers; index++) {
    chats.push(createChat(await takeSeat(await server.url(), botId), index, server.url));
  }
  for (let kill = 0; kill < kills; kill++) {
    for (const chat of chats) chat.say(messagesPerRound);
    await queriesOf(merchant, 1 + random.below(8));
    await delay(random.below(60));
    await server.kill({ database: random.percent(databasePercent) });
    if (random.percent(startPercent)) await server.startInVain(random.below(600));
    await server.start();
  }
  for (const chat of chats) checkTranscript(await chat.end(), chat.said);
  // Else the kills fell between the turns, and nothing was proved.
  assert(merchant.cut() >= kills / 4, `${merchant.cut()} questions were cut by ${kills} kills`);
}

async function createBot(machine: Machine, endpoint: string): Promise<string> {
  const args = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--json"];
  const { stdout, stderr } = await machine.run(args);
  assert.equal(stderr, "");
  const { bot_id: botId } = JSON.parse(stdout);
  // Each message asks for another order, so that none can be taken for another: as many as no
  // customer may ask for, unless the bot protects nothing.
  const set = await machine.run(["bot", "set", botId, "--policy", "off"]);
  assert.equal(set.code, 0, set.stderr);
  return botId;
}

async function queriesOf({ queries }: SlowMerchant, count: number): Promise<void> {
  let seen = 0;
  for await (const _ of on(queries, "asked", { signal: AbortSignal.timeout(timeout) })) {
    if (++seen === count) return;
  }
}

/** `meetbot serve`, as it comes and goes on one data folder. */
function createFragileServer(machine: Machine) {
  const command = ["serve", "--port", "0"];
  let running: Running | null = null;
  let up = Promise.withResolvers<string>();
  return {
    /** Where it listens; waits while it is down. */
    url: () => up.promise,
    async start() {
      running = await machine.start(command);
      up.resolve(running.url);
    },
    async kill({ database }: { database: boolean }) {
      up = Promise.withResolvers();
      if (database) {
        const file = join(machine.dataDir, "postgres/cluster/postmaster.pid");
        process.kill(Number.parseInt(readFileSync(file, "utf8"), 10), "SIGKILL");
      }
      await running?.kill();
    },
    /** Starts it and ends it on its way up. */
    async startInVain(afterMs: number) {
      const child = machine.launch(command);
      await delay(afterMs);
      child.kill("SIGKILL");
    },
  };
}

interface Said {
  id: string;
  orderNumber: string;
}

interface Chat {
  /** All that was said, in order. */
  said: Said[];
  /** Says so many things more, each once the one before is acknowledged. Waits for no answer. */
  say(count: number): void;
  /** Says the last thing and reads the whole conversation up to its answer. */
  end(): Promise<WireMessage[]>;
}

/** Asks again, with the same id, until the message is acknowledged. */
function createChat(seat: Seat, index: number, serverUrl: () => Promise<string>): Chat {
  const said: Said[] = [];
  const { pathname } = new URL(seat.base);
  const seatNow = async () => ({ ...seat, base: (await serverUrl()) + pathname });
  let speaking: Promise<void> = Promise.resolve();

  async function acknowledged(text: string, id: string): Promise<void> {
    for (;;) {
      const response = await post(await seatNow(), { text }, id).catch(() => null);
      if (response?.status === 202) return;
      assert(response === null || response.status >= 500, `refused with ${response?.status}`);
      await delay(10);
    }
  }

  function say(count: number): void {
    for (let n = 0; n < count; n++) {
      const orderNumber = `MB${index}Q${String(said.length).padStart(8, "0")}`;
      const message = { id: randomUUID(), orderNumber };
      said.push(message);
      speaking = speaking.then(() => acknowledged(`show order ${orderNumber}`, message.id));
    }
  }

  return {
    said,
    say,
    async end() {
      await speaking;
      await acknowledged("help", randomUUID());
      return readUntil(
        await seatNow(),
        (message) => message.from === "bot" && message.reply.text === languages.en.dialog.help,
      );
    },
  };
}

/** Each message once and in order, each answered once and in order, and no number missing. */
function checkTranscript(messages: WireMessage[], said: Said[]): void {
  // Number 1 is the opening of the chat, which no one sees.
  assert.deepEqual(
    messages.map(({ seq }) => seq),
    messages.map((_, index) => index + 2),
  );
  const heard = messages.flatMap((message) => (message.from === "customer" ? [message.id] : []));
  assert.deepEqual(
    heard.slice(0, -1),
    said.map(({ id }) => id),
  );
  const replies = messages.flatMap((message) => (message.from === "bot" ? [message.reply] : []));
  assert.deepEqual(
    replies.slice(1, -1).map(({ text, orders }) => text ?? orders?.[0]?.order_number),
    said.flatMap(({ orderNumber }) => [toldOfEach, orderNumber]),
  );
}
