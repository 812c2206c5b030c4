import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import { openStore } from "../src/store/open-store.ts";
import { createMigratedDatabase } from "./database.ts";
import {
  follow,
  patienceMs,
  post,
  readUntil,
  type Seat,
  takeSeat,
  type WireMessage,
} from "./fixtures/conversation.ts";
import { eventually } from "./fixtures/eventually.ts";
import { follower } from "./fixtures/guest.ts";
import { createMachine } from "./fixtures/machine.ts";
import { startSlowMerchant } from "./fixtures/slow-merchant.ts";

const orderNumber = "MBWXS75S9878";
const question = { text: `show order ${orderNumber}` };

/** A dead node's conversations pass on within this time. */
const passesOnMs = 5_000;

/** What a node needs beside that on a busy machine. Where nothing passes on, nobody answers at all. */
const minBusyMs = 10_000;

/** Opens a conversation and waits for the welcome, so that later messages come after it. */
async function sitDown(url: string, botId: string): Promise<Seat> {
  const seat = await takeSeat(url, botId);
  await readUntil(seat, () => true);
  return seat;
}

/** The same conversation at another node. */
function at(url: string, seat: Seat): Seat {
  return { ...seat, base: url + new URL(seat.base).pathname };
}

/** Returns the conversation's content: texts, and the kinds of other replies. */
const kinds = (messages: WireMessage[]) =>
  messages.map((message) => (message.from === "bot" ? message.reply.kind : message.text));

const isCard = (message: WireMessage) => message.from === "bot" && message.reply.kind === "orders";

// Two nodes of `meetbot serve` that share a PostgreSQL server and nothing else. Each test leaves two that run: a node
// takes longer to start than all that is asked of it.
test("two nodes", async (t) => {
  let pauseMs = 0;
  /** What a turn takes that stays on one node: how busy this machine is. */
  let answerMs = 0;
  const busyMs = () => 3 * answerMs;
  const merchant = await startSlowMerchant(t, () => pauseMs);
  const machine = createMachine(t);
  const database = await createMigratedDatabase();
  t.after(database.drop);
  const masterKey = randomBytes(32).toString("base64");
  const store = await openStore({ connection: database.url, keyRing: parseKeyRing(masterKey) });
  const { bot, secrets } = newBot({ name: "Shop", endpoint: merchant.endpoint });
  await store.bots.create(bot, secrets);
  await store.close();
  const botId = bot.id;
  const env = { MEETBOT_DATABASE_URL: database.url, MEETBOT_MASTER_KEY: masterKey };
  const start = () => machine.start(["serve", "--port", "0"], env);
  const [a, first] = await Promise.all([start(), start()]);
  let b = first;

  await t.test("let a customer hear on one what was said to the other, at once", async () => {
    pauseMs = 0;
    const seat = await sitDown(a.url, botId);
    const onA = await follower(seat);
    const askAt = async (at: Seat, number: string) => {
      const startedAt = performance.now();
      assert.equal((await post(at, { text: `show order ${number}` })).status, 202);
      const [, card] = await onA.replies(2);
      assert.equal(card?.orders?.[0]?.order_number, number);
      return performance.now() - startedAt;
    };
    answerMs = await askAt(seat, "MBWXS75S9877");
    const tookMs = await askAt(at(b.url, seat), orderNumber);
    // A stream looks by itself every 5 s: sooner than that, a hint told it.
    assert(tookMs < 4_500 + busyMs(), `it took ${Math.round(tookMs)} ms`);
  });

  await t.test("take up on one a stream that began on the other, where it ended", async () => {
    pauseMs = 0;
    const seat = await sitDown(a.url, botId);
    const [welcome] = await readUntil(seat, () => true);
    assert.equal((await post(seat, question)).status, 202);
    const rest = await readUntil(at(b.url, seat), isCard, String(welcome?.seq));
    assert.deepEqual(kinds(rest), [question.text, "text", "orders"]);
    assert.deepEqual(await readUntil(seat, isCard), [welcome, ...rest]);
  });

  await t.test(
    "pass a turn on within 5 s where one stands still, which stores nothing when it goes on",
    async () => {
      const untilAwakeMs = 6_000;
      const shopMs = 1_000;
      pauseMs = untilAwakeMs / 2;
      const seat = await sitDown(b.url, botId);
      const asked = once(merchant.queries, "asked");
      assert.equal((await post(seat, question)).status, 202);
      await asked;

      pauseMs = 0;
      const stoppedAt = performance.now();
      b.signal("SIGSTOP");
      const messages = await readUntil(at(a.url, seat), isCard);
      const tookMs = performance.now() - stoppedAt;
      assert(tookMs < passesOnMs + minBusyMs + busyMs(), `it took ${Math.round(tookMs)} ms`);
      // By the time it goes on, the shop has answered it too.
      await eventually(patienceMs, async () => {
        assert(performance.now() - stoppedAt > untilAwakeMs + shopMs);
      });
      b.signal("SIGCONT");
      assert.equal((await post(seat, { text: "help" })).status, 202);
      const all = await readUntil(seat, ({ seq }) => seq === messages.length + 3);
      assert.deepEqual(kinds(all), [...kinds(messages), "help", "text"]);
    },
  );

  await t.test(
    "have a turn finished within 5 s by the other where one dies in the middle of it",
    async () => {
      const never = 60_000;
      pauseMs = never;
      const seat = await sitDown(b.url, botId);
      const asked = once(merchant.queries, "asked");
      assert.equal((await post(seat, question)).status, 202);
      await asked;

      pauseMs = 0;
      const diedAt = performance.now();
      await b.kill();
      const messages = await readUntil(at(a.url, seat), isCard);
      const tookMs = performance.now() - diedAt;
      assert(tookMs < passesOnMs + minBusyMs + busyMs(), `it took ${Math.round(tookMs)} ms`);
      assert.deepEqual(kinds(messages), ["text", question.text, "text", "orders"]);
      b = await start();
    },
  );

  await t.test(
    "finish the turn in hand on one that is asked to stop, which turns all else away and loses nothing",
    async () => {
      pauseMs = 3_000;
      const seat = await sitDown(a.url, botId);
      const onA = collect(seat);
      const asked = once(merchant.queries, "asked");
      assert.equal((await post(seat, question)).status, 202);
      await asked;
      assert.equal((await post(seat, { text: "help" })).status, 202);

      const stopped = a.stop();
      const ready = () => fetch(`${a.url}/readyz`);
      await eventually(patienceMs, async () => assert.equal((await ready()).status, 503));
      assert.equal((await fetch(`${a.url}/healthz`)).status, 200);
      const refused = await post(seat, { text: "too late" });
      assert.equal(refused.status, 503);
      assert.match(refused.headers.get("retry-after") ?? "", /^\d+$/);
      // It ends as streams end, and not as connections break.
      const heardOnA = await onA;
      assert.equal(await stopped, 0);

      const onB = at(b.url, seat);
      const all = await readUntil(onB, ({ seq }) => seq === 7);
      const [first, ...others] = kinds(all);
      assert.deepEqual(others, [question.text, "help", "text", "orders", "text"]);
      assert.deepEqual(heardOnA, all.slice(0, heardOnA.length));
      assert.equal(first, "text");
      assert.equal((await post(onB, { text: "help" })).status, 202);
    },
  );
});

/** All that comes on a stream until it ends by itself. */
async function collect(seat: Seat): Promise<WireMessage[]> {
  const messages: WireMessage[] = [];
  const signal = AbortSignal.timeout(patienceMs);
  for await (const message of follow(seat, { signal })) messages.push(message);
  return messages;
}
