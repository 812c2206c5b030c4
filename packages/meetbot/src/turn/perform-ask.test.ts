import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { Attempt, Exceeded } from "@meetbot/model/limit.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Order } from "@meetbot/protocol";
import { countOnce } from "../platform/attempts/count-once.ts";
import { bot } from "../store/store.fixture.ts";
import { noLinks } from "./no-links.fixture.ts";
import { type AskContext, performAsk, type TurnDeps } from "./perform-ask.ts";

const now = Date.parse("2026-11-20T12:00:00Z");
const orderNumber = "MBWXS75S9878";
const typed: Proof = {
  kind: "number",
  value: orderNumber,
  source: "typed",
  at: now,
  expires: now + 60_000,
};
const asking: AskContext = {
  bot,
  conversationId: "conversation_test",
  network: null,
  locale: "en",
  proofs: [typed],
  code: null,
};

const hasLimit = (attempts: Attempt[], name: string) =>
  attempts.some(({ limit }) => limit === name);

const order = { order_number: orderNumber, status: "shipped", timestamp: "1795000000" } as Order;

const worldWith = (limits: TurnDeps["limits"]): TurnDeps => ({
  askMerchant: async () => ({
    answer: { kind: "orders", orders: [order], hasNextPage: false },
    delivery: {} as Delivery,
  }),
  ...{ askModel: null, limits, codes: null, answers: emptyBook },
  ...noLinks,
  now: () => now,
  newToken: () => "token",
});

/**
 * Returns the level at which an order is shown after the customer typed its long number, in the number's second
 * meaning.
 */
async function levelShown(
  exceeded: string,
  policy: Bot["policy"] = "ladder",
): Promise<number | string | undefined> {
  const limits: Exceeded[] = [{ limit: exceeded, retryAfterS: 600 }];
  const world = worldWith({
    count: async (_, attempts) => limits.filter(({ limit }) => hasLimit(attempts, limit)),
    note: async () => {},
  });
  const question = { method: "orders", orderNumber } as const;
  const plan = { question, finding: null, secondTry: true };
  const asked = { ...asking, bot: { ...bot, policy } };
  const { input } = await performAsk({ kind: "merchant", plan }, asked, world);
  return input.kind === "answer" && input.answer.kind === "orders"
    ? input.answer.orders[0]?.level
    : undefined;
}

test("the customer whose last miss was the number's first meaning sees all of its second", async () => {
  assert.equal(await levelShown("conversation_misses"), 1);
});

test("while somebody walks through a bot's numbers, a number alone shows nothing", async () => {
  assert.equal(await levelShown("bot_misses"), 0);
  assert.equal(await levelShown("bot_numbers"), 0);
});

test("a network that has had all of an hour's queries is told to wait, also where nothing else is counted", async () => {
  assert.equal(await levelShown("network_queries", "off"), undefined);
  assert.equal(await levelShown("conversation_numbers", "off"), 2);
});

test("whoever is beyond a conversation's numbers is told to wait", async () => {
  assert.equal(await levelShown("conversation_numbers"), undefined);
});

test("what is asked of an account whose proof ends meanwhile needs another, with either policy", async () => {
  const account = "ann@example.com";
  const expires = now + 1_000;
  const code: Proof = { kind: "account", value: account, source: "code", at: now, expires };
  let moment = now;
  const world = {
    ...worldWith({ count: async () => [], note: async () => {} }),
    now: () => moment,
  };
  const { askMerchant } = world;
  world.askMerchant = async (...asked) => {
    moment = expires + 1;
    return askMerchant(...asked);
  };
  const question = { method: "orders", userAccount: account, filter: "open", page: 1 } as const;
  const plan = { question, finding: null, secondTry: false };
  for (const policy of ["ladder", "code"] as const) {
    moment = now;
    const asked = { ...asking, proofs: [typed, code], bot: { ...bot, policy } };
    const { input } = await performAsk({ kind: "merchant", plan }, asked, world);
    assert.equal(input.kind === "answer" && input.answer.kind, "proof_needed", policy);
  }
});

test("an order and its packages are one look-up: the database counts it once a turn", async () => {
  const counted: Attempt[][] = [];
  const world = worldWith(
    countOnce({
      async count(_, attempts) {
        if (!hasLimit(attempts, "network_queries")) counted.push(attempts);
        return [];
      },
      async note() {},
    }),
  );
  for (const question of [
    { method: "orders", orderNumber } as const,
    { method: "packages", orderNumber, page: 1 } as const,
  ]) {
    const plan = { question, finding: null, secondTry: false };
    await performAsk({ kind: "merchant", plan }, { ...asking, network: "203.0.113.7" }, world);
  }
  assert.equal(counted.length, 1);
});
