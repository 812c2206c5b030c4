import assert from "node:assert/strict";
import { after, test } from "node:test";
import { languages } from "@meetbot/presentation";
import { post, readUntil, takeSeat } from "../fixtures/conversation.ts";
import {
  countingLookUps,
  countUp,
  emptyLookUps,
  goodsOf,
  numbersIn,
} from "../fixtures/counting-shop.ts";
import { startForwardingProxy } from "../fixtures/forwarding-proxy.ts";
import { type Guest, openGuest } from "../fixtures/guest.ts";
import { startInstallation } from "../fixtures/installation.ts";
import { startOwnShop } from "../fixtures/own-shop.ts";
import { writeAll } from "../fixtures/stranger.ts";

// A stranger whose provider gave them a /48 of IPv6 has 65,536 networks of /64, and a botnet has as
// many as it has machines. They count up the numbers of a shop that has every one of them.

const shop = await startOwnShop(
  { after },
  countingLookUps((number) => /^10000\d{5}$/.test(number), emptyLookUps),
);
const installation = await startInstallation({ after }, { shop, nodes: 2 });
const proxies = await Promise.all(
  installation.nodes.map(({ url }) => startForwardingProxy({ after }, url)),
);
const [bot, walkedBot] = await Promise.all([
  installation.createBot("ladder"),
  installation.createBot("ladder"),
]);
let next = 1_000_000_000;

/** So many a conversation gets. */
const each = 20;
const perNetwork = 100;

/** The orders whose items came over a guest's stream, of these numbers. */
function seenBy({ heard }: Guest, numbers: string[]): string[] {
  const stream = JSON.stringify(heard.filter(({ from }) => from === "bot"));
  return numbers.filter((number) => stream.includes(goodsOf(number)));
}

/** Uses up the whole allowance of each of these networks. Returns for how many orders the bot showed the items. */
async function walkFrom(addresses: string[]): Promise<number> {
  const before = shop.asked.length;
  const conversations = addresses.flatMap((address, nth) =>
    Array.from({ length: perNetwork / each }, () => proxies[nth % 2]!.urlFrom(address)),
  );
  const walks = conversations.map(async (url) => {
    const guest = await openGuest(url, bot.botId);
    const numbers = countUp(next, each);
    next += each;
    await writeAll(guest, numbers);
    guest.leave();
    return seenBy(guest, numbers).length;
  });
  const seen = (await Promise.all(walks)).reduce((sum, count) => sum + count, 0);
  assert.equal(numbersIn(shop.asked.slice(before)).size, seen);
  return seen;
}

test("a stranger who moves about in a /56 gets 200 orders an hour, and in a /48 400", async () => {
  assert.equal(
    await walkFrom(["2001:db8:1:a01::1", "2001:db8:1:a02::1", "2001:db8:1:aff::1"]),
    200,
  );
  assert.equal(
    await walkFrom(["2001:db8:1:b01::1", "2001:db8:1:c01::1", "2001:db8:1:d01::1"]),
    200,
  );
  assert.equal(await walkFrom(["2001:db8:1:ffff::1"]), 0);
  assert.equal(await walkFrom(["2001:db8:2:a01::1"]), perNetwork);
});

test("300 networks get 3 orders each once they had 1,000, and lock nobody out", async () => {
  const each = 5;
  const from = 1_000_050_000;
  const walk = async (nth: number): Promise<number> => {
    const url = proxies[nth % 2]!.urlFrom(`10.${nth >> 8}.${nth & 255}.1`);
    const seat = await takeSeat(url, walkedBot.botId);
    const numbers = countUp(from + each * nth, each);
    for (const text of numbers) await post(seat, { text });
    await post(seat, { payload: "menu:help" });
    const heard = await readUntil(
      seat,
      (one) => one.from === "bot" && one.reply.text === languages.en.dialog.help,
    );
    const stream = JSON.stringify(heard.filter((one) => one.from === "bot"));
    return numbers.filter((number) => stream.includes(goodsOf(number))).length;
  };
  const seen: number[] = [];
  for (let tens = 0; tens < 30; tens++) {
    seen.push(
      ...(await Promise.all(Array.from({ length: 10 }, (_, unit) => walk(10 * tens + unit)))),
    );
  }
  assert.deepEqual(seen.slice(0, 190), Array(190).fill(5));
  assert.deepEqual(seen.slice(210), Array(90).fill(3));

  // An honest customer has one number or three, and never notices.
  const honest = await installation.newGuest(walkedBot);
  const own = ["1000099001", "1000099002", "1000099003"];
  await writeAll(honest, own);
  assert.deepEqual(seenBy(honest, own), own);
  // For a fourth number, the bot shows only what a number proves while numbers are tried: that the order exists, and
  // its status.
  const [, masked] = await honest.say("1000099004", 3);
  assert.deepEqual(masked?.orders?.[0]?.status, "shipped");
  assert.deepEqual(seenBy(honest, ["1000099004"]), []);
  const [, again] = await honest.say(own[0]!, 2);
  assert.equal(again?.orders?.[0]?.order_number, own[0]);
});
