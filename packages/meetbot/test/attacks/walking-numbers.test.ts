import assert from "node:assert/strict";
import { after, test } from "node:test";
import { languages } from "@meetbot/presentation";
import { type LookUps, signIdentity } from "@meetbot/sdk";
import { post, readUntil, takeSeat, type WireReply } from "../fixtures/conversation.ts";
import {
  countingLookUps,
  countUp,
  emptyLookUps,
  goodsOf,
  numbersIn,
  personWords,
} from "../fixtures/counting-shop.ts";
import type { Guest } from "../fixtures/guest.ts";
import { type CreatedBot, startInstallation } from "../fixtures/installation.ts";
import { lookUpsOf, startOwnShop } from "../fixtures/own-shop.ts";
import { assertSees, assertUnseen, createShopper } from "../fixtures/shopper.ts";
import { limitedWords, writeAll } from "../fixtures/stranger.ts";
import { withoutStage } from "../fixtures/without-stage.ts";

// Order numbers of ten digits that count up by one: long enough for the ladder, and easy to guess.

const olive = createShopper("olive");
const isCounted = (number: string) => /^10000\d{5}$/.test(number);
const ofOlive = lookUpsOf([olive]);
const shop = await startOwnShop({ after }, countingLookUps(isCounted, ofOlive));
/** Has Olive's orders, those of the numbers counted, and says "no" in both ways. */
const oftenEmpty: LookUps = {
  orders: (question) =>
    question.by === "account" || olive.orders.some(hasNumber(question.orderNumber))
      ? ofOlive.orders(question)
      : emptyLookUps.orders(question),
  packages: emptyLookUps.packages,
};
const walked = await startOwnShop({ after }, countingLookUps(isCounted, oftenEmpty));
const installation = await startInstallation({ after }, { shop });
const { newGuest, newNetwork } = installation;
const [bot, walkedBot] = await Promise.all([
  installation.createBot("ladder"),
  installation.createBot("ladder", walked),
]);

function hasNumber(number: string) {
  return ({ order_number }: { order_number: string }) => order_number === number;
}

const asOlive = ({ botId, identitySecret }: CreatedBot) => ({
  identity: signIdentity({ identitySecret, botId, account: olive.email }),
});

/** What of the goods of these numbers came over a guest's stream. */
function goodsSeen({ heard }: Guest, numbers: string[]): string[] {
  const stream = JSON.stringify(heard.filter(({ from }) => from === "bot"));
  return numbers.filter((number) => stream.includes(goodsOf(number)));
}

const isLimited = ({ text }: WireReply) => limitedWords.test(text ?? "");

/** Checks that a customer who is signed in sees and finds all of theirs. */
async function assertUnhindered(guest: Guest): Promise<void> {
  await guest.say("my orders in progress", 2);
  assertSees(guest, olive);
  for (const order of olive.orders) {
    const [, card] = await guest.say(`show order ${order.order_number}`, 2);
    assert.deepEqual(card?.orders?.map(withoutStage), [order]);
  }
}

test("a stranger who counts up order numbers gets 20, and is told why no more", async () => {
  const guest = await newGuest(bot);
  const numbers = countUp(1_000_000_001, 30);
  const before = shop.asked.length;
  const replies = await writeAll(guest, numbers);
  assert.deepEqual([...numbersIn(shop.asked.slice(before))], numbers.slice(0, 20));
  assert.deepEqual(goodsSeen(guest, numbers), numbers.slice(0, 20));
  assert.equal(replies.filter(isLimited).length, 10);
  const [, again] = await guest.say(numbers[0]!, 2);
  assert.equal(again?.orders?.[0]?.order_number, numbers[0]);
  assertUnseen(guest, personWords);
});

test("a stranger who opens a conversation for every 20 numbers gets 100 from their network", async () => {
  const url = newNetwork();
  const guests = await Promise.all(Array.from({ length: 8 }, () => newGuest(bot, { url })));
  const before = shop.asked.length;
  const walks = guests.map((_, place) => countUp(1_000_001_000 + 100 * place, 20));
  const replies = await Promise.all(guests.map((guest, at) => writeAll(guest, walks[at]!)));

  const asked = numbersIn(shop.asked.slice(before));
  assert.equal(asked.size, 100);
  assert.deepEqual(new Set(guests.flatMap((guest, at) => goodsSeen(guest, walks[at]!))), asked);
  assert.equal(replies.flat().filter(isLimited).length, 60);
  for (const guest of guests) assertUnseen(guest, personWords);

  const [ninth] = await writeAll(await newGuest(bot, { url }), ["1000009999"]);
  assert(isLimited(ninth!));

  // What the stranger used up keeps nobody from their own, and nobody gets more than that.
  const signedIn = await newGuest(bot, { url, body: asOlive(bot) });
  const others = countUp(1_000_009_000, 3);
  const askedBefore = shop.asked.length;
  await writeAll(signedIn, others);
  assert.deepEqual(numbersIn(shop.asked.slice(askedBefore)), new Set());
  assert.deepEqual(goodsSeen(signedIn, others), []);
  await assertUnhindered(signedIn);
});

test("a customer who counts up order numbers gets 20 too, and then all of their own", async () => {
  const customer = await newGuest(bot, { body: asOlive(bot) });
  const numbers = countUp(1_000_007_000, 25);
  await writeAll(customer, numbers);
  assert.deepEqual(goodsSeen(customer, numbers), numbers.slice(0, 20));
  await assertUnhindered(customer);
});

test("a stranger who walks from 100 networks closes number-alone for guests, and for nobody else", async () => {
  const known = "1000000077";
  const openly = await newGuest(walkedBot);
  await openly.say(known, 2);
  assert.deepEqual(goodsSeen(openly, [known]), [known]);

  const walk = async (place: number) => {
    const seat = await takeSeat(newNetwork(), walkedBot.botId);
    for (const text of countUp(2_000_000_000 + 10 * place, 10)) await post(seat, { text });
    await post(seat, { payload: "menu:help" });
    await readUntil(
      seat,
      (one) => one.from === "bot" && one.reply.text === languages.en.dialog.help,
    );
  };
  for (let tens = 0; tens < 10; tens++) {
    await Promise.all(Array.from({ length: 10 }, (_, unit) => walk(10 * tens + unit)));
  }

  const guest = await newGuest(walkedBot);
  const [, masked] = await guest.say(known, 3);
  assert.deepEqual(Object.keys(withoutStage(masked?.orders?.[0] ?? {})).sort(), [
    "order_number",
    "status",
  ]);
  assertUnseen(guest, [known, goodsOf(known), ...personWords]);

  const honest = await newGuest(walkedBot);
  await honest.say(`order ${olive.orders[0]!.order_number}, my email is ${olive.email}`, 2);
  assert.equal(honest.heard.filter((one) => JSON.stringify(one).includes("Lamp")).length, 2);
  assertUnseen(honest, olive.person);
  await assertUnhindered(await newGuest(walkedBot, { body: asOlive(walkedBot) }));
});
