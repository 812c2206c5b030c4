import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { test } from "node:test";
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
import { createMachine, type Scope } from "./fixtures/machine.ts";
import { startSlowMerchant } from "./fixtures/slow-merchant.ts";

// Two nodes of `meetbot serve` that share a PostgreSQL server and nothing else.

const orderNumber = "MBWXS75S9878";
const question = { text: `show order ${orderNumber}` };

/** A dead node's conversations pass on within this time. */
const passesOnMs = 5_000;

/** What a node needs beside that: the shop's answer and the way to the customer. */
const answerMs = 1_000;
/** And on a busy machine. Where nothing passes on, nobody answers at all. */
const busyMs = 10_000;

async function startTwoNodes(scope: Scope, endpoint: string) {
  const machine = createMachine(scope);
  const database = await createMigratedDatabase();
  scope.after(database.drop);
  const env = {
    MEETBOT_DATABASE_URL: database.url,
    MEETBOT_MASTER_KEY: randomBytes(32).toString("base64"),
  };
  const create = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--json"];
  const { stdout, stderr } = await machine.run(create, { env });
  assert.equal(stderr, "");
  const serve = ["serve", "--port", "0"];
  const [a, b] = await Promise.all([machine.start(serve, env), machine.start(serve, env)]);
  const { bot_id: botId } = JSON.parse(stdout);
  return { a, b, botId };
}

/** Opens a conversation and waits for the welcome, so that what is said comes after it. */
async function sitDown(url: string, botId: string): Promise<Seat> {
  const seat = await takeSeat(url, botId);
  await readUntil(seat, () => true);
  return seat;
}

/** The same conversation at another node. */
function at(url: string, seat: Seat): Seat {
  return { ...seat, base: url + new URL(seat.base).pathname };
}

/** What was said and shown: texts, and the kinds of other replies. */
const kinds = (messages: WireMessage[]) =>
  messages.map((message) => (message.from === "bot" ? message.reply.kind : message.text));

const isCard = (message: WireMessage) => message.from === "bot" && message.reply.kind === "orders";

test("what is said to one node is heard on the other, at once", async (t) => {
  const merchant = await startSlowMerchant(t, () => 0);
  const { a, b, botId } = await startTwoNodes(t, merchant.endpoint);
  const seat = await sitDown(a.url, botId);
  const onA = await follower(seat);
  const onB = at(b.url, seat);
  const startedAt = performance.now();
  assert.equal((await post(onB, question)).status, 202);
  const [, card] = await onA.replies(2);
  const tookMs = performance.now() - startedAt;
  assert.equal(card?.orders?.[0]?.order_number, orderNumber);
  // A stream looks by itself every 5 s: sooner than that, a hint told it.
  assert(tookMs < 4_500, `it took ${Math.round(tookMs)} ms`);
});

test("a node that dies in the middle of a turn has it finished by the other within 5 s", async (t) => {
  const never = 60_000;
  let pauseMs = never;
  const merchant = await startSlowMerchant(t, () => pauseMs);
  const { a, b, botId } = await startTwoNodes(t, merchant.endpoint);
  const seat = await sitDown(b.url, botId);
  const asked = once(merchant.queries, "asked");
  assert.equal((await post(seat, question)).status, 202);
  await asked;

  pauseMs = 0;
  const diedAt = performance.now();
  await b.kill();
  const messages = await readUntil(at(a.url, seat), isCard);
  const tookMs = performance.now() - diedAt;
  assert(tookMs < passesOnMs + busyMs, `it took ${Math.round(tookMs)} ms`);
  assert.deepEqual(kinds(messages), ["text", question.text, "text", "orders"]);
});

test("a stream that began on one node is taken up on the other, where it ended", async (t) => {
  const merchant = await startSlowMerchant(t, () => 0);
  const { a, b, botId } = await startTwoNodes(t, merchant.endpoint);
  const seat = await sitDown(a.url, botId);
  const [welcome] = await readUntil(seat, () => true);
  assert.equal((await post(seat, question)).status, 202);
  const rest = await readUntil(at(b.url, seat), isCard, String(welcome?.seq));
  assert.deepEqual(kinds(rest), [question.text, "text", "orders"]);
  assert.deepEqual(await readUntil(seat, isCard), [welcome, ...rest]);
});

test("a node that stands still loses its turn within 5 s, and stores nothing when it goes on", async (t) => {
  const untilAwakeMs = 6_000;
  let pauseMs = untilAwakeMs / 2;
  const merchant = await startSlowMerchant(t, () => pauseMs);
  const { a, b, botId } = await startTwoNodes(t, merchant.endpoint);
  const seat = await sitDown(b.url, botId);
  const asked = once(merchant.queries, "asked");
  assert.equal((await post(seat, question)).status, 202);
  await asked;

  pauseMs = 0;
  const stoppedAt = performance.now();
  b.signal("SIGSTOP");
  const messages = await readUntil(at(a.url, seat), isCard);
  const tookMs = performance.now() - stoppedAt;
  assert(tookMs < passesOnMs + busyMs, `it took ${Math.round(tookMs)} ms`);
  // By the time it goes on, the shop has answered it too.
  await eventually(patienceMs, async () => {
    assert(performance.now() - stoppedAt > untilAwakeMs + answerMs);
  });
  b.signal("SIGCONT");
  assert.equal((await post(seat, { text: "help" })).status, 202);
  const all = await readUntil(seat, ({ seq }) => seq === messages.length + 3);
  assert.deepEqual(kinds(all), [...kinds(messages), "help", "text"]);
});

test("a node that is asked to stop finishes the turn in hand, turns all else away, and loses nothing", async (t) => {
  const merchant = await startSlowMerchant(t, () => 3_000);
  const { a, b, botId } = await startTwoNodes(t, merchant.endpoint);
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
});

/** All that comes on a stream until it ends by itself. */
async function collect(seat: Seat): Promise<WireMessage[]> {
  const messages: WireMessage[] = [];
  const signal = AbortSignal.timeout(patienceMs);
  for await (const message of follow(seat, { signal })) messages.push(message);
  return messages;
}
