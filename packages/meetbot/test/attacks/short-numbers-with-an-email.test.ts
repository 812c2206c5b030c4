import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type LookUps, signIdentity } from "@meetbot/sdk";
import { countingLookUps, countUp, goodsOf, personWords } from "../fixtures/counting-shop.ts";
import type { Guest } from "../fixtures/guest.ts";
import { startInstallation } from "../fixtures/installation.ts";
import { lookUpsOf, startOwnShop } from "../fixtures/own-shop.ts";
import { assertUnseen, createShopper, type Shopper } from "../fixtures/shopper.ts";
import { limitedWords, writeAll } from "../fixtures/stranger.ts";

// Order numbers of four digits, which show what is in an order only together with its email. The
// stranger knows the email, and no number. Each attack has a victim of its own: guesses at one email
// are counted for a day.

const victims = new Map<string, Shopper>();

/** A victim with one order, which has this number. */
function victimWith(number: string): Shopper {
  const shopper = createShopper(`victim${number}`);
  const [order] = shopper.orders.splice(0, 1);
  Object.assign(shopper, { orders: [{ ...order!, order_number: number }] });
  victims.set(number, shopper);
  return shopper;
}

const mallory = createShopper("mallory");
/** Every number from 1000 to 1999 is an order's, those of the victims among them. */
const lookUps: LookUps = {
  orders: (question) =>
    countingLookUps(
      (number) => /^1\d{3}$/.test(number) && !victims.has(number),
      lookUpsOf([mallory, ...victims.values()]),
    ).orders(question),
  packages: lookUpsOf([]).packages,
};
const shop = await startOwnShop({ after }, lookUps);
const { createBot, newGuest } = await startInstallation({ after }, { shop });
const bot = await createBot("ladder");

/** What the victim bought: visible to anyone with the number and the email. */
const goods = ({ orders }: Shopper) => orders[0]!.elements[0]!.title;

const sees = ({ heard }: Guest, victim: Shopper) =>
  JSON.stringify(heard.filter(({ from }) => from === "bot")).includes(goods(victim));

function assertNothingSeen(guests: Guest[], victim: Shopper): void {
  for (const guest of guests)
    assertUnseen(guest, [...victim.person, goods(victim), ...personWords]);
}

test("a stranger who tries numbers with an email has 20 tries, over all conversations and networks", async () => {
  const victim = victimWith("1025");
  const guests: Guest[] = [];
  for (const first of [1001, 1006, 1011, 1016, 1021]) {
    const guest = await newGuest(bot);
    guests.push(guest);
    const numbers = countUp(first, 5);
    const replies = await writeAll(
      guest,
      numbers.map((number) => `order ${number}, my email is ${victim.email}`),
    );
    const limited = replies.filter(({ text }) => limitedWords.test(text ?? ""));
    assert.equal(limited.length, first === 1021 ? 5 : 0);
  }
  assertNothingSeen(guests, victim);
});

test("a stranger who has the right number among the first 20 sees what is in the order, and no person", async () => {
  const victim = victimWith("1105");
  const guest = await newGuest(bot);
  await writeAll(
    guest,
    countUp(1101, 5).map((number) => `order ${number}, my email is ${victim.email}`),
  );
  assert(sees(guest, victim));
  assertUnseen(guest, [...victim.person, goodsOf("1101"), ...personWords]);
});

for (const [count, first] of [
  [15, 1201],
  [50, 1230],
] as const) {
  test(`a stranger who pastes ${count} numbers with an email has tried three`, async () => {
    const victim = victimWith(String(first + 11));
    const guest = await newGuest(bot);
    const numbers = countUp(first, count).join(", ");
    await writeAll(guest, [
      `orders ${numbers}, my email is ${victim.email}`,
      `my email is ${victim.email}, where are my orders ${numbers}`,
      "my orders in progress",
    ]);
    assertNothingSeen([guest], victim);
  });
}

/** Makes the bot take numbers down without looking them up: three count in each message. */
const mention = (numbers: string[]) =>
  Array.from(
    { length: Math.ceil(numbers.length / 3) },
    (_, at) =>
      `I want to talk to a person about orders ${numbers.slice(3 * at, 3 * at + 3).join(", ")}`,
  );

test("a stranger who first mentions numbers and then gives the email has tried all of them", async () => {
  const victim = victimWith("1330");
  const guest = await newGuest(bot);
  const replies = await writeAll(guest, [
    ...mention(countUp(1301, 30)),
    `my orders in progress, my email is ${victim.email}`,
  ]);
  assert.match(replies.at(-1)?.text ?? "", limitedWords);
  assertNothingSeen([guest], victim);
});

test("a stranger who first gives the email and then mentions numbers gets no further", async () => {
  const victim = victimWith("1430");
  const guest = await newGuest(bot);
  const asks = `my orders in progress, my email is ${victim.email}`;
  await writeAll(guest, [
    asks,
    ...countUp(1401, 10).flatMap((_, at) => [
      ...mention(countUp(1401 + 3 * at, 3)),
      asks,
      "and the past ones?",
    ]),
  ]);
  assertNothingSeen([guest], victim);
});

test("a stranger who is signed in as themselves has no more tries at another's email", async () => {
  const victim = victimWith("1560");
  const { botId, identitySecret } = bot;
  const guests: Guest[] = [];
  for (const account of [mallory.email, "mallory.again@shopper.example"]) {
    const identity = signIdentity({ identitySecret, botId, account });
    const guest = await newGuest(bot, { body: { identity } });
    guests.push(guest);
    for (let first = 1501; first < 1600; first += 30) {
      await writeAll(guest, [
        ...mention(countUp(first, 30)),
        `my orders in progress, my email is ${victim.email}`,
        "and the past ones?",
      ]);
    }
  }
  assertNothingSeen(guests, victim);
});

test("a stranger who has a number and tries emails with it has five, over all conversations", async () => {
  const victim = victimWith("1642");
  const others = Array.from({ length: 6 }, (_, at) => victimWith(String(1650 + at)));
  const guests: Guest[] = [];
  for (const { email } of [...others, victim]) {
    const guest = await newGuest(bot);
    guests.push(guest);
    const replies = await writeAll(guest, [`order 1642, my email is ${email}`]);
    const isOver = guests.length > 5;
    assert.equal(limitedWords.test(replies[0]?.text ?? ""), isOver, `${guests.length} emails`);
  }
  for (const one of [...others, victim]) assertNothingSeen(guests, one);
});

test("a stranger who ties made-up emails to a number keeps nobody from it who has its email", async () => {
  const victim = victimWith("1905");
  for (const round of [1, 2]) {
    const stranger = await newGuest(bot);
    await writeAll(
      stranger,
      [1, 2, 3, 4].map((nth) => `order 1905, my email is made-up${round}${nth}@example.com`),
    );
    assertNothingSeen([stranger], victim);
  }
  const guest = await newGuest(bot);
  await writeAll(guest, [`order 1905, my email is ${victim.email}`]);
  assert(sees(guest, victim));
});
