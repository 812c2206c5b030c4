import assert from "node:assert/strict";
import { after, test } from "node:test";
import { languages } from "@meetbot/presentation";
import { emmaJohnson } from "../../../../examples/demo-store/src/seed/shoppers/emma-johnson.ts";
import { yiliaChen } from "../../../../examples/demo-store/src/seed/shoppers/yilia-chen.ts";
import { identityOf, numbersOf, personOf } from "../fixtures/demo-shopper.ts";
import { type Guest, openGuest } from "../fixtures/guest.ts";
import { createMachine } from "../fixtures/machine.ts";
import { assertUnseen } from "../fixtures/shopper.ts";
import { tapEverything, writeAll } from "../fixtures/stranger.ts";
import { withoutStage } from "../fixtures/without-stage.ts";

// Emma is signed in at the shop, which vouches for her. She is after what Yilia ordered.

const machine = createMachine({ after });
const demo = await machine.start(["demo", "--no-samples", "--json", "--port", "0"]);

after(() => assert.equal(demo.printed.stderr, "", "a fault was logged"));

async function openAsEmma(): Promise<Guest> {
  const identity = await identityOf(demo, emmaJohnson);
  return openGuest(demo.url, "bot_demo", { identity });
}

const shipped = yiliaChen.orders.find(({ packages }) => packages?.length === 2)!;
const parcels = shipped.packages!;
const byShortNumber = yiliaChen.orders.find(({ number }) => number.length === 4)!;

/** All orders that came over a guest's stream. */
const ordersSeen = ({ heard }: Guest) =>
  heard.flatMap((one) => (one.from === "bot" ? (one.reply.orders ?? []) : []));
const packagesSeen = ({ heard }: Guest) =>
  heard.flatMap((one) => (one.from === "bot" ? (one.reply.packages ?? []) : []));

test("a stranger who is somebody else's account sees all of that one, page after page", async () => {
  const emma = await openAsEmma();
  for (const list of ["my orders in progress", "my unpaid orders", "my past orders"]) {
    let [, shown] = await emma.say(list, 2);
    while (shown?.choices?.some(({ title }) => title === "More"))
      [shown] = await emma.tap("More", 1);
  }
  const orders = ordersSeen(emma);
  const own = emmaJohnson.orders.map(({ number }) => number);
  assert.deepEqual(new Set(orders.map((order) => order.order_number)), new Set(own));
  for (const order of orders) assert(order.address && order.recipient_name);
  assertUnseen(emma, [...personOf(yiliaChen), ...numbersOf(yiliaChen)]);
});

test("a stranger who is signed in and gives another's email sees status and months, on every page", async () => {
  const emma = await openAsEmma();
  await writeAll(emma, [`my orders in progress, my email is ${yiliaChen.email}`]);
  await tapEverything(emma, 60);
  for (const order of ordersSeen(emma)) {
    assert.deepEqual(Object.keys(withoutStage(order)).sort(), [
      "order_number",
      "placed_month",
      "status",
    ]);
    assert.match(order.order_number ?? "", /^····(?:[A-Z0-9]{4})?$/);
  }
  assert.equal(packagesSeen(emma).length, 0);
  assertUnseen(emma, [...personOf(yiliaChen), ...numbersOf(yiliaChen)]);
});

test("a stranger who is signed in and has another's long number sees what anybody with it sees", async () => {
  const emma = await openAsEmma();
  await writeAll(emma, [`show order ${shipped.number}`, "where is it?"]);
  await tapEverything(emma);
  const [order] = ordersSeen(emma);
  assert.equal(order?.order_number, shipped.number);
  assert.equal(order?.address, undefined);
  const known = [shipped.number, ...parcels.flatMap((one) => [one.number, one.trackingNumber!])];
  assertUnseen(emma, [...personOf(yiliaChen), ...numbersOf(yiliaChen, known)]);
});

test("a stranger who is signed in and has another's short number is told it is not in their account", async () => {
  const emma = await openAsEmma();
  await writeAll(emma, [
    `show order ${byShortNumber.number}`,
    byShortNumber.number,
    `where is my package of order ${byShortNumber.number}?`,
  ]);
  await tapEverything(emma);
  assert(
    JSON.stringify(emma.heard).includes(
      languages.en.dialog.orderNotInAccount.split("{number}")[0]!,
    ),
  );
  assert(!ordersSeen(emma).some((order) => order.order_number === byShortNumber.number));
  assertUnseen(emma, [...personOf(yiliaChen), ...numbersOf(yiliaChen)]);
});

test("a stranger who is signed in and has another's package number sees the carrier's facts", async () => {
  for (const number of [parcels[0]!.number, parcels[0]!.trackingNumber!]) {
    const emma = await openAsEmma();
    await writeAll(emma, [`where is my package ${number}?`, number]);
    await tapEverything(emma);
    const seen = packagesSeen(emma);
    assert(seen.length > 0);
    for (const pkg of seen) {
      assert.equal(pkg.product_name ?? pkg.tracking_number ?? pkg.image_url, undefined);
      assert.match(pkg.order_number ?? "", /^····/);
    }
    // A customer with one of a package's two numbers gets the other through the carrier's link.
    const known = [parcels[0]!.number, parcels[0]!.trackingNumber!];
    assertUnseen(emma, [...personOf(yiliaChen), ...numbersOf(yiliaChen, known)]);
  }
});

test("a stranger who mixes their own pages with another's email and number sees that order's goods, and no more", async () => {
  const emma = await openAsEmma();
  await writeAll(emma, [
    "my orders in progress",
    `order ${byShortNumber.number}`,
    `my past orders, my email is ${yiliaChen.email}`,
    "and the unpaid ones?",
    `my orders in progress, my email is ${emmaJohnson.email}`,
    "start over",
    "my orders in progress",
  ]);
  await tapEverything(emma, 80);
  const known = (byShortNumber.packages ?? []).flatMap((one) => [one.number, one.trackingNumber!]);
  assertUnseen(emma, [...personOf(yiliaChen), ...numbersOf(yiliaChen, known)]);
});
