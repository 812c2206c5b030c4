import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type LookUps, type Order, type Package, refuse, signIdentity } from "@meetbot/sdk";
import type { Guest } from "../fixtures/guest.ts";
import { startInstallation } from "../fixtures/installation.ts";
import { lookUpsOf, type Search, startOwnShop } from "../fixtures/own-shop.ts";
import { assertUnseen, createShopper, type Shopper } from "../fixtures/shopper.ts";
import { tapEverything, writeAll } from "../fixtures/stranger.ts";
import { withoutStage } from "../fixtures/without-stage.ts";

// Under the ladder, a shop that answers with something else than it was asked for. What a stranger
// may see must rest on what the stranger proved, and not on what the shop says.

const jane = createShopper("jane");
const mallory = createShopper("mallory");
const [a7, b8] = jane.orders as [Order, Order];
/** Every order with everything in it, whatever its number. */
const as = (order_number: string): Order => ({ ...b8, order_number });
const short = "1042";
const goodsOf = ({ elements }: Order) => elements[0]!.title;

let lie: LookUps;
const shop = await startOwnShop(
  { after },
  { orders: (question) => lie.orders(question), packages: (question) => lie.packages(question) },
);
const { createBot, newGuest } = await startInstallation({ after }, { shop });
const bot = await createBot("ladder");

/** Answers every question about orders with the same orders, and knows no packages. */
const always = (...orders: Order[]): LookUps => ({
  orders: () => ({ orders }),
  packages: () => refuse.orderNotFound(),
});

const alwaysPackages = (...packages: Package[]): LookUps => ({
  orders: () => refuse.orderNotFound(),
  packages: () => ({ packages }),
});

/** A new stranger writes these, and then taps whatever there is to tap. */
async function strangerWrites(...texts: string[]): Promise<Guest> {
  const guest = await newGuest(bot);
  await writeAll(guest, texts);
  await tapEverything(guest, 15);
  return guest;
}

const repliesTo = ({ heard }: Guest) =>
  heard.flatMap((one) => (one.from === "bot" ? [one.reply] : []));
const ordersSeen = (guest: Guest) => repliesTo(guest).flatMap(({ orders }) => orders ?? []);
const packagesSeen = (guest: Guest) => repliesTo(guest).flatMap(({ packages }) => packages ?? []);

/** Checks that each order the guest saw is at level 0: by an email it has a month, by a number none. */
function assertOnlyMasked(guest: Guest): void {
  const seen = ordersSeen(guest);
  assert(seen.length > 0, "nothing was shown at all");
  for (const order of seen) {
    const { placed_month: month = "2025-11", ...bare } = withoutStage(order);
    assert.deepEqual(Object.keys(bare).sort(), ["order_number", "status"]);
    assert.equal(month, "2025-11");
    assert.match(order.order_number ?? "", /^····(?:[A-Z0-9]{4})?$/);
  }
  assertUnseen(guest, jane.everything);
}

test("a stranger whose question is answered with more orders than asked sees the one asked for", async () => {
  lie = always(as("JANEC9X93KQ5"), a7, b8, as(short));
  const guest = await strangerWrites(`show order ${a7.order_number}`);
  const numbers = ordersSeen(guest).map(({ order_number }) => order_number);
  assert.deepEqual(new Set(numbers), new Set([a7.order_number]));
  assertUnseen(guest, [...jane.person, b8.order_number, "JANEC9X93KQ5", goodsOf(b8)]);
});

test("a stranger whose question is answered with another order sees its status", async () => {
  lie = always(b8);
  assertOnlyMasked(await strangerWrites("show order STRANGER000001"));
});

test("a stranger who is shown another customer's orders for their email sees status and month", async () => {
  lie = always(a7, b8, as(short), as("JANEC9X93KQ5"), as("JANED1X93KQ5"));
  const guest = await strangerWrites("my orders in progress, my email is stranger@evil.example");
  assertOnlyMasked(guest);
  const max = Math.max(...repliesTo(guest).map(({ orders }) => orders?.length ?? 0));
  assert.equal(max, 3);
});

test("a stranger who gets two orders with the number asked for sees no person of either", async () => {
  lie = always(
    a7,
    { ...b8, order_number: "JANE-A7-X93KQ5" },
    { ...mallory.orders[0]!, order_number: "janea7x93kq5" },
  );
  const guest = await strangerWrites(`show order ${a7.order_number}`);
  assert(ordersSeen(guest).length > 0);
  assertUnseen(guest, [...jane.person, ...mallory.person]);
});

const otherSpellings = [
  ["small letters", "janea7x93kq5"],
  ["dashes", "JANE-A7X9-3KQ5"],
  ["spaces", "JANE A7X9 3KQ5"],
  ["full width", "ＪＡＮＥＡ７Ｘ９３ＫＱ５"],
  ["a bidi control", "JANEA7X9\u202e3KQ5"],
  ["a zero-width space", "JANEA7\u200bX93KQ5"],
  ["white space behind", "JANEA7X93KQ5 \t\n"],
  ["a hash", "#JANEA7X93KQ5"],
] as const;

test("a stranger whose number comes back in another spelling sees no person, and no trick in it", async (t) => {
  for (const [what, number] of otherSpellings) {
    await t.test(what, async () => {
      lie = always({ ...a7, order_number: number });
      const guest = await strangerWrites(`show order ${a7.order_number}`);
      assert(ordersSeen(guest).length > 0);
      assertUnseen(guest, [...jane.person, "\u202e", "\u200b"]);
    });
    await t.test(`${what}, of a short number`, async () => {
      lie = always(as(number.replace(/[^\s\p{P}\p{Cf}].*/su, `10-42`)));
      assertOnlyMasked(await strangerWrites(`show order ${short}`));
    });
  }
});

test("a stranger whose number stands in another field of another order sees its status", async () => {
  const typed = "STRANGER000002";
  lie = always({
    ...b8,
    payment_method: typed,
    recipient_name: typed,
    order_url: `https://shop.example/${typed}`,
    elements: [{ title: typed, quantity: 1, price: 48 }],
    adjustments: [{ name: typed, amount: 1 }],
  });
  assertOnlyMasked(await strangerWrites(`show order ${typed}`));
});

test("a stranger who gets orders without a number that can be read sees the status", async () => {
  for (const number of ["-", "＃", "订单", "····"]) {
    lie = always(as(number));
    assertOnlyMasked(await strangerWrites("show order STRANGER000003"));
    assertOnlyMasked(await strangerWrites("my orders, my email is stranger@evil.example"));
  }
});

const pkg: Package = {
  order_number: a7.order_number,
  package_number: "PKJANE7788",
  product_name: a7.elements[0]!.title,
  carrier: "UPS",
  tracking_number: "1Z999AA10999999999",
  tracking_url: "https://tracking.example/jane",
  package_status: "On its way",
  image_url: "https://shop.example/jane.png",
};
const ofPackage = [pkg.package_number, pkg.tracking_number!, pkg.tracking_url!, pkg.image_url!];

/** Checks that packages came, and each at level 0. */
function assertPackagesMasked(guest: Guest): void {
  const seen = packagesSeen(guest);
  assert(seen.length > 0, "no package was shown at all");
  for (const one of seen) {
    assert.deepEqual(Object.keys(withoutStage(one)).sort(), ["order_number", "package_status"]);
  }
  assertUnseen(guest, [...jane.everything, ...ofPackage]);
}

test("a stranger who asks for an order's packages and gets another's is told of none", async () => {
  const known = { ...mallory.orders[0]!, order_number: "STRANGER000004" };
  lie = { ...always(known), packages: () => ({ packages: [pkg] }) };
  const before = shop.asked.length;
  const guest = await strangerWrites(`show order ${known.order_number}`);
  assert.deepEqual(packagesSeen(guest), []);
  assertUnseen(guest, [...jane.everything, ...ofPackage]);
  assert(shop.asked.slice(before).some((question) => question.by === "order"));
});

test("a stranger who asks for a package and gets another sees how far it is", async () => {
  lie = alwaysPackages(pkg, { ...pkg, product_name: "PKSTRANGER5" });
  assertPackagesMasked(await strangerWrites("where is my package PKSTRANGER5?"));
});

test("a stranger with a package's number sees the carrier's facts, and not what is in it or whose", async () => {
  lie = { ...always(a7), packages: () => ({ packages: [pkg] }) };
  const guest = await strangerWrites(`where is my package ${pkg.package_number}?`);
  assert.deepEqual(
    packagesSeen(guest).map((one) => Object.keys(withoutStage(one)).sort()),
    [["carrier", "order_number", "package_number", "package_status", "tracking_url"]],
  );
  assertUnseen(guest, [...jane.everything, pkg.tracking_number!, pkg.image_url!]);
});

test("a stranger who owns a number that another customer's list has too sees nothing of that order", async () => {
  const twin = { ...jane, orders: [as(short)] };
  const own = { ...mallory, orders: [{ ...mallory.orders[0]!, order_number: short }] };
  lie = lookUpsOf([own, twin]);
  const { botId, identitySecret } = bot;
  const identity = signIdentity({ identitySecret, botId, account: mallory.email });
  const guest = await newGuest(bot, { body: { identity } });
  await guest.say("my orders in progress", 2);
  assert.deepEqual(ordersSeen(guest).map(withoutStage), own.orders);
  await writeAll(guest, [`my orders in progress, my email is ${jane.email}`]);
  assert.deepEqual(Object.keys(withoutStage(ordersSeen(guest).at(-1)!)).sort(), [
    "order_number",
    "placed_month",
    "status",
  ]);
  assertUnseen(guest, jane.everything);
});

test("a stranger whom a shop promises one page after another is told in the end", async () => {
  lie = {
    orders: () => ({ orders: [as(short)], hasNextPage: true }),
    packages: () => refuse.orderNotFound(),
  };
  const before = shop.asked.length;
  const guest = await newGuest(bot);
  await writeAll(guest, ["order 1043, my email is stranger@evil.example"]);
  assert(shop.asked.length - before <= 18, `${shop.asked.length - before} questions`);
  assertUnseen(guest, jane.everything);
});

/** Shops that find more accounts than the one that is meant. */
const fuzzy: [how: string, typed: string, owner: string, finds: Search][] = [
  ["% for anything", "j%@shopper.example", "jane@shopper.example", likePattern],
  ["_ for any character", "j_ne@shopper.example", "jane@shopper.example", likePattern],
  ["% for everybody", "%@shopper.example", "jane@shopper.example", likePattern],
  [
    "beginnings",
    "jane@shopper.ex",
    "jane@shopper.example",
    (email, asked) => email.startsWith(asked),
  ],
  ["parts", "ane@shopper.example", "jane@shopper.example", (email, asked) => email.includes(asked)],
  ["sounds without accents", "jane@shopper.example", "jané@shopper.example", withoutAccents],
  ["gmail without dots", "j.a.n.e@gmail.com", "jane@gmail.com", withoutDots],
  ["gmail without what follows +", "jane+evil@gmail.com", "jane@gmail.com", withoutDots],
  ["everybody", "stranger@evil.example", "jane@shopper.example", () => true],
];

function likePattern(email: string, asked: string): boolean {
  const pattern = asked.replace(/[.+]/g, "\\$&").replaceAll("%", ".*").replaceAll("_", ".");
  return new RegExp(`^${pattern}$`).test(email);
}

function withoutAccents(email: string, asked: string): boolean {
  return email.normalize("NFD").replace(/\p{M}/gu, "") === asked;
}

function withoutDots(email: string, asked: string): boolean {
  const [local = "", domain] = asked.split("@");
  return `${local.replace(/\+.*|\./g, "")}@${domain}` === email;
}

test("a stranger with an email that a careless shop takes for the victim's sees status and month", async (t) => {
  for (const [place, [how, typed, owner, finds]] of fuzzy.entries()) {
    await t.test(how, async () => {
      const victim: Shopper = createShopper("jane", owner);
      lie = lookUpsOf([victim], finds);
      const before = shop.accounts().length;
      const guest = await strangerWrites(`my orders in progress, my email is ${typed}`);
      assert.deepEqual(new Set(shop.accounts().slice(before)), new Set([typed]));
      assertOnlyMasked(guest);
      assertUnseen(
        guest,
        victim.everything.filter((secret) => secret !== typed),
      );
    });
    await t.test(`${how}, with a number of the victim's`, async () => {
      const number = String(2000 + place); // a number may be tried with five emails only
      lie = lookUpsOf([{ ...jane, email: owner, orders: [as(number), a7] }], finds);
      const guest = await strangerWrites(`order ${number}, my email is ${typed}`);
      assert(shop.accounts().includes(typed));
      assertUnseen(guest, [...jane.person, a7.order_number, goodsOf(a7)]);
      // This is no email at all: together with the number it proves only what the number proves.
      if (typed.includes("%")) assertUnseen(guest, [goodsOf(b8)]);
    });
  }
});
