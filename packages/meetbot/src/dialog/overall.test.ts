import assert from "node:assert/strict";
import { test } from "node:test";
import type { Order } from "@meetbot/protocol";
import { openTalk, orderWith, shopWith, textsOf, titlesOf } from "../turn/talk.fixture.ts";

// Questions about several orders at once, and the orders that each covers.

const email = "ann@example.com";
const day = 86_400;
const signedMs = 2 * 60 * 60 * 1000;
const now = 1_795_600_000;

/** Orders, the first one the newest, each a day older than the one before. */
const ordersOf = (
  prefix: string,
  count: number,
  more: (place: number) => Partial<Order> = () => ({}),
) =>
  Array.from({ length: count }, (_, place) =>
    orderWith(`MB${prefix}${String(place).padStart(4, "0")}KX`, {
      timestamp: String(now - place * day),
      elements: [{ title: `${prefix} Thing ${place}`, quantity: 1, price: 10 }],
      ...more(place),
    }),
  );

const numbersOf = (orders: readonly Order[]) => orders.map(({ order_number }) => order_number);

interface Lists {
  open?: Order[];
  unpaid?: Order[];
  past?: Order[];
}

function talkWith({ open = [], unpaid = [], past = [] }: Lists) {
  const orders = [...open, ...unpaid, ...past];
  const lists = { open: numbersOf(open), unpaid: numbersOf(unpaid), past: numbersOf(past) };
  return openTalk(shopWith({ orders, accounts: { [email]: lists } }));
}

async function asked(lists: Lists, ...said: string[]): Promise<string[]> {
  const talk = talkWith(lists);
  await talk.open(email);
  let told: string[] = [];
  for (const line of said) told = textsOf(await talk.say(line));
  return told;
}

const delivered = { status: "delivered" };
const shipped = { status: "shipped" };
const unpaidOne = { status: "awaiting payment" };

test("orders are counted to the last page of each list", async () => {
  const lists = {
    open: ordersOf("OPEN", 7),
    unpaid: ordersOf("DUE", 2, () => unpaidOne),
    past: ordersOf("PAST", 4, () => delivered),
  };
  const [all] = await asked(lists, "how many orders do I have?");
  assert.match(all ?? "", /You have 13 orders: 7 in progress, 2 unpaid, and 4 past\./);
  const [open] = await asked({ open: lists.open }, "how many orders do I have?");
  assert.match(open ?? "", /You have 7 orders in progress/);
  const [unpaid] = await asked(lists, "how many are unpaid?");
  assert.match(unpaid ?? "", /You have 2 unpaid orders/);
  const [none] = await asked({}, "how many orders do I have?");
  assert.match(none ?? "", /You have no orders here yet/);
});

test("where the look through a list ends before the list, no more is claimed than a start", async () => {
  const past = ordersOf("PAST", 60, () => delivered);
  const [count] = await asked({ past }, "how many orders do I have?");
  assert.match(count ?? "", /^You have at least \d+ orders/);
  const [sum] = await asked({ past }, "how much did I spend on all my orders?");
  assert.match(sum ?? "", /There are more orders than I can look through at once/);
});

test("a sum is of one currency each, and leaves out what was not bought", async () => {
  const lists = {
    open: ordersOf("OPEN", 2, () => shipped),
    unpaid: ordersOf("DUE", 1, () => unpaidOne),
    past: [
      ...ordersOf("PAST", 1, () => ({ ...delivered, currency: "EUR" })),
      ...ordersOf("GONE", 1, () => ({ status: "canceled" })),
    ],
  };
  const [sum] = await asked(lists, "how much did I spend in total?");
  assert.match(sum ?? "", /3 orders \(2 in progress and 1 past\) come to \$20\.00 and €10\.00/);
  assert.match(sum ?? "", /Unpaid, canceled and refunded orders are left out/);
  const [month] = await asked(lists, "how much did I spend this month?");
  assert.match(month ?? "", /come to/);
});

test("one order that is spoken of is asked for its own total; a list for that of its lines", async () => {
  const lists = { open: ordersOf("OPEN", 3, (place) => ({ summary: { total_cost: 10 + place } })) };
  const [one] = await asked(lists, "my orders", "the second one", "how much in total?");
  assert.match(one ?? "", /The total is \$11\.00/);
  const [those] = await asked(lists, "my orders", "how much is that altogether?");
  assert.match(those ?? "", /3 orders \(the ones listed\) come to \$33\.00/);
});

test("which of all is not sent, or not paid, is told with how many they are of", async () => {
  const open = ordersOf("OPEN", 4, (place) => (place === 2 ? {} : shipped));
  const told = await asked({ open }, "are all my orders shipped?");
  assert.match(told[0] ?? "", /Not sent, or only in part: 1 of 4 orders \(in progress\)/);
  assert.match(told[1] ?? "", /OPEN Thing 2/);
  const [all] = await asked({ open: open.slice(0, 2) }, "which one has not been sent yet?");
  assert.match(all ?? "", /All 2 orders have been sent/);
  const odd = open.with(0, { ...open[0]!, status: "vorgemerkt" }).slice(0, 2);
  const [unsure] = await asked({ open: odd }, "has everything been sent?");
  assert.match(unsure ?? "", /does not say that of all of them/);
});

test("what comes next and what came last is told by the packages", async () => {
  const open = ordersOf("OPEN", 3, () => shipped);
  const past = ordersOf("PAST", 2, () => delivered);
  const days = ["2026-11-29", "2026-11-27", "2026-11-28", "2026-11-10", "2026-11-20"];
  const packages = [...open, ...past].map(({ order_number, status }, place) => ({
    order_number,
    package_number: `PKXYZ0000${place}`,
    package_status: status === "delivered" ? "Delivered" : "In transit",
    exp_delivery: days[place] ?? "",
  }));
  const lists = { open: numbersOf(open), past: numbersOf(past) };
  const shop = shopWith({ orders: [...open, ...past], packages, accounts: { [email]: lists } });
  const talk = openTalk(shop);
  await talk.open(email);
  const next = textsOf(await talk.say("which one comes first?"));
  assert.match(next.join(" "), /This one should come first: .*OPEN Thing 1/);
  const last = textsOf(await talk.say("what was the last thing that arrived?"));
  assert.match(last.join(" "), /This one arrived last: .*PAST Thing 1.*Nov 20/);
  const here = textsOf(await talk.say("have all my orders arrived?"));
  assert.match(here[0] ?? "", /Not here yet: 3 of 3 orders/);
});

test("the dearest and the cheapest are told with what they cost", async () => {
  const lists = {
    open: ordersOf("OPEN", 3, (place) => ({ summary: { total_cost: [20, 90, 15][place] ?? 0 } })),
  };
  const dearest = await asked(lists, "which order was the most expensive?");
  assert.match(
    dearest.join(" "),
    /Of 3 orders \(in progress\), this one cost the most: .*\$90\.00/,
  );
  const cheapest = await asked(lists, "and the cheapest?");
  assert.match(cheapest.join(" "), /this one cost the least: .*\$15\.00/);
});

test("all orders are ten at a time, and how many there are is said", async () => {
  const talk = talkWith({ open: ordersOf("OPEN", 12), past: ordersOf("PAST", 3, () => delivered) });
  await talk.open(email);
  const all = await talk.say("all my orders");
  assert.match(textsOf(all)[0] ?? "", /You have 15 orders: .* The newest 10:/);
  assert(titlesOf(all).includes("More"));
  const rest = await talk.say("more");
  assert.deepEqual(textsOf(rest), ["11 to 15 of 15:"]);
  assert(!titlesOf(rest).includes("More"));
});

test("an account that is only typed is told no number beyond three and no sum", async () => {
  const lists = { open: ordersOf("OPEN", 7), past: ordersOf("PAST", 2, () => delivered) };
  for (const question of ["how many orders do I have?", "how much in total for all of them?"]) {
    const talk = talkWith(lists);
    await talk.open();
    const told = await talk.say(`${question} ${email}`);
    assert.match(textsOf(told)[0] ?? "", /^3 or more orders in progress/);
    assert.doesNotMatch(JSON.stringify(told), /\b[79] orders|\$/);
  }
});

test("what is told of all of an account is gone with its proof", async () => {
  const open = ordersOf("OPEN", 3, (place) => ({ currency: place === 0 ? "EUR" : "USD" }));
  const talk = talkWith({ open });
  await talk.open(email);
  await talk.say("how much did I spend in total?");
  await talk.say("which order was the most expensive?");
  const amounts = /\$20\.00.*\$10\.00/;
  assert.match(JSON.stringify(talk.replay()), amounts);
  talk.now += signedMs;
  assert.doesNotMatch(JSON.stringify(talk.replay()), /\$|€/);
});

test("one item of another order is told by its own price", async () => {
  const open = [
    ...ordersOf("OPEN", 1),
    orderWith("MBLAMP0001KX", {
      timestamp: String(now),
      elements: [
        { title: "Oak Lamp", quantity: 1, price: 40 },
        { title: "Bulb", quantity: 2, price: 6 },
      ],
      summary: { total_cost: 50 },
    }),
  ];
  const [price] = await asked({ open }, "MBOPEN0000KX", "how much was the lamp?");
  assert.match(price ?? "", /1 × Oak Lamp: \$40\.00/);
  const [other] = await asked({ open }, "MBOPEN0000KX", "台灯那个呢");
  assert.match(other ?? "", /Oak Lamp/);
  const [asItem] = await asked({ open }, "MBOPEN0000KX", "and the lamp one?");
  assert.match(asItem ?? "", /Oak Lamp/);
});

test("an email that was only typed tells no total, also where orders on each page of its list may be seen", async () => {
  const open = ordersOf("OPEN", 5, () => shipped);
  for (const line of ["are they all paid?", "how many orders do I have?"]) {
    const talk = talkWith({ open });
    await talk.open();
    for (const place of [0, 4]) {
      await talk.say(`where is ${open[place]?.order_number}? my email is ${email}`);
    }
    assert.doesNotMatch(textsOf(await talk.say(line)).join(), /\b5 orders/, line);
  }
});
