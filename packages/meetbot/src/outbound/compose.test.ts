import assert from "node:assert/strict";
import { test } from "node:test";
import type { Shown } from "@meetbot/model/conversation/proof.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { messenger } from "../channels/messenger/messenger.ts";
import type { GraphMessage } from "../channels/messenger/rendering/graph-message.ts";
import type { OutboxLease } from "../store/outbox/outbox-lease.ts";
import { bot } from "../store/store.fixture.ts";
import { compose } from "./compose.ts";

const nowMs = 1_764_000_000_000;

const using = { bot, channel: messenger, now: () => nowMs };

const said = (text: string): OutboundReply => ({ kind: "text", locale: "en", text });
const lead = said("Here is your order:");
const orderPage = "https://shop.example/orders/1";
const choices = [{ title: "Where is it?", payload: "token" }];

/** Whole until a moment; then masked. */
function orderUntil(expires: number | null, more: object = {}): OutboundReply {
  const item = {
    order_number: "MBWXS75S9878",
    status: "shipped",
    currency: "USD",
    elements: [{ title: "Lamp", quantity: 1, price: 25 }],
    ...more,
  };
  const shown = { level: 1, expires, item } as Shown<never>;
  return { kind: "orders", locale: "en", orders: [shown], choices };
}

function leaseOf([reply, ...behind]: (OutboundReply | null)[], more: Partial<OutboxLease> = {}) {
  return {
    ...{
      botId: bot.id,
      conversationId: "c_1",
      channel: messenger.name,
      fence: 1,
      seq: 5,
      sentParts: 0,
      tries: 0,
    },
    address: { externalId: "9", to: { user: "7", isUserRef: false }, spent: {} },
    ...{ reply: reply!, behind, isFollowed: behind.length > 0, isFirst: true },
    ...more,
  };
}

/** The last message that goes out, and what its parts say. */
async function composed(
  lease: OutboxLease,
  behind: (OutboundReply | null)[] = [],
): Promise<[seq: number, parts: string[]] | null> {
  const outbox = { saidBefore: async () => [], saidBehind: async () => behind };
  const result = await compose(lease, { ...using, outbox });
  return result && [result.lease.seq, result.parts.map(({ message }) => textOf(message))];
}

const textOf = (message: object): string =>
  "text" in message ? String(message.text) : JSON.stringify(message);

const together = /^Here is your order:\n\nOrder MBWXS75S9878 .*\n.*Lamp/;

test("words and the order behind them go out as one message, whose choices stand below it", async () => {
  const [seq, parts] = (await composed(leaseOf([lead, orderUntil(null)])))!;
  assert.equal(seq, 6);
  assert.equal(parts?.length, 1);
  assert.match(String(parts?.[0]), together);
  const outbox = { saidBefore: async () => [], saidBehind: async () => [] };
  const result = await compose(leaseOf([lead, orderUntil(null)]), { ...using, outbox });
  const message = result!.parts[0]?.message as GraphMessage;
  assert.deepEqual(
    message.quick_replies?.map((one) => "title" in one && one.title),
    ["Where is it?"],
  );
});

test("what is said behind is read where the lease does not bring it", async () => {
  const taken = { ...leaseOf([lead]), isFollowed: true, behind: null };
  const [seq, parts] = (await composed(taken, [orderUntil(null)]))!;
  assert.equal(seq, 6);
  assert.match(String(parts?.[0]), together);
});

test("nothing is read where nothing comes behind", async () => {
  const outbox = {
    saidBefore: async () => [],
    saidBehind: async () => assert.fail("was read"),
  };
  const alone = leaseOf([lead], { behind: null });
  assert.equal((await compose(alone, { ...using, outbox }))?.parts.length, 1);
});

test("of an order in several parts the first one has its words, and no part is missing", async () => {
  const elements = Array.from({ length: 10 }, (_, nth) => ({
    title: `${nth} ${"x".repeat(100)}`,
    quantity: 1,
    price: 25,
  }));
  const parts = (await composed(
    leaseOf([lead, orderUntil(null, { elements, order_url: orderPage })]),
  ))![1];
  assert.equal(parts.length, 2);
  assert.match(parts[0]!, /^Here is your order:\n\nOrder MBWXS75S9878 /);
  assert.match(parts[1]!, /View order/);
});

test("as many texts as fit go out together, the last ones first", async () => {
  const three = [said("Nothing was sent yet."), lead, orderUntil(null)];
  assert.equal((await composed(leaseOf(three)))![0], 7);
  const long = [said("x".repeat(1_950)), lead, orderUntil(null)];
  assert.deepEqual(await composed(leaseOf(long)), [5, ["x".repeat(1_950)]]);
});

test("an order that may not be shown whole any more is a card, and its words go out before it", async () => {
  assert.deepEqual(await composed(leaseOf([lead, orderUntil(nowMs)])), [
    5,
    ["Here is your order:"],
  ]);
});

test("a message of which a part has arrived goes on alone", async () => {
  const arrived = leaseOf([lead, orderUntil(null)], { sentParts: 1 });
  assert.deepEqual(await composed(arrived), [5, ["Here is your order:"]]);
});

test("nothing of a message that an operator had overwritten goes out, and the one before it goes alone", async () => {
  assert.equal(await composed(leaseOf([null, orderUntil(null)])), null);
  assert.deepEqual(await composed(leaseOf([lead, null])), [5, ["Here is your order:"]]);
});

test("where what came behind is gone meanwhile, the words go out alone", async () => {
  const taken = { ...leaseOf([lead]), isFollowed: true, behind: null };
  assert.deepEqual(await composed(taken, []), [5, ["Here is your order:"]]);
});

const typed: OutboundReply = {
  ...{ kind: "text", locale: "en", text: "It leaves today." },
  person: { name: "Ada" },
};

test("what a person typed goes out by itself, under their name, with nothing that the bot offered", async () => {
  assert.deepEqual(await composed(leaseOf([lead, typed])), [5, ["Here is your order:"]]);
  assert.deepEqual(await composed(leaseOf([typed, lead])), [5, ["Ada: It leaves today."]]);
  const outbox = { saidBefore: async () => [{ ...lead, choices }], saidBehind: async () => [] };
  const behind = leaseOf([typed], { isFirst: false });
  const result = await compose(behind, { ...using, outbox });
  assert.deepEqual(result?.parts[0]?.message, { text: "Ada: It leaves today." });
});
