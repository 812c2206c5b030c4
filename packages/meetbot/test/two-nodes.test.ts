import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { test } from "node:test";
import { createTestDatabase } from "./database.ts";
import { post, readUntil, takeSeat } from "./fixtures/conversation.ts";
import { follower } from "./fixtures/guest.ts";
import { createMachine, type Scope } from "./fixtures/machine.ts";
import { startSlowMerchant } from "./fixtures/slow-merchant.ts";

// Two nodes of `meetbot serve` that share a PostgreSQL server and nothing else.

const orderNumber = "MBWXS75S9878";
const question = { text: `where is my order ${orderNumber}?` };

/** A dead node's conversations pass on within this time. */
const passesOnMs = 5_000;

/** What a node needs beside that, on a busy machine: the shop's answer and the way to the customer. */
const answerMs = 1_000;

async function startTwoNodes(scope: Scope, endpoint: string) {
  const machine = createMachine(scope);
  const database = await createTestDatabase();
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

test("what is said to one node is heard on the other, at once", async (t) => {
  const merchant = await startSlowMerchant(t, () => 0);
  const { a, b, botId } = await startTwoNodes(t, merchant.endpoint);
  const seat = await takeSeat(a.url, botId);
  const onA = await follower(seat);
  const onB = { ...seat, base: `${b.url}/chat/${botId}` };
  const startedAt = performance.now();
  assert.equal((await post(onB, question)).status, 202);
  const [, card] = await onA.replies(2);
  const tookMs = performance.now() - startedAt;
  assert.equal(card?.orders?.[0]?.order_number, orderNumber);
  // A stream looks by itself every 5 s: sooner than that, a hint told it.
  assert(tookMs < 2_000, `it took ${Math.round(tookMs)} ms`);
});

test("a node that dies in the middle of a turn has it finished by the other within 5 s", async (t) => {
  const never = 60_000;
  let pauseMs = never;
  const merchant = await startSlowMerchant(t, () => pauseMs);
  const { a, b, botId } = await startTwoNodes(t, merchant.endpoint);
  const seat = await takeSeat(b.url, botId);
  const asked = once(merchant.queries, "asked");
  assert.equal((await post(seat, question)).status, 202);
  await asked;

  pauseMs = 0;
  const diedAt = performance.now();
  await b.kill();
  const messages = await readUntil(
    { ...seat, base: `${a.url}/chat/${botId}` },
    (message) => message.from === "bot" && message.reply.kind === "orders",
  );
  const tookMs = performance.now() - diedAt;
  assert(tookMs < passesOnMs + answerMs, `it took ${Math.round(tookMs)} ms`);
  assert.deepEqual(
    messages.map((message) => (message.from === "bot" ? message.reply.kind : message.text)),
    ["text", question.text, "text", "orders"],
  );
});
