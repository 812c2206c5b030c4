import assert from "node:assert/strict";
import { after, test } from "node:test";
import { countingLookUps, countUp, emptyLookUps, numbersIn } from "../fixtures/counting-shop.ts";
import { startForwardingProxy } from "../fixtures/forwarding-proxy.ts";
import { openGuest } from "../fixtures/guest.ts";
import { startInstallation } from "../fixtures/installation.ts";
import { startOwnShop } from "../fixtures/own-shop.ts";
import { writeAll } from "../fixtures/stranger.ts";

// A stranger who is held to 100 numbers an hour from one network pretends to come from many. The
// proxy of this test passes on what the stranger says of where they come from.

const shop = await startOwnShop(
  { after },
  countingLookUps((number) => /^10000\d{5}$/.test(number), emptyLookUps),
);
const installation = await startInstallation({ after }, { shop, isApart: true });
const trusting = await startForwardingProxy({ after }, installation.nodes[0]!.url);
const suspicious = await installation.machine.start(["serve", "--port", "0"], {
  ...installation.env,
  MEETBOT_TRUSTED_PROXIES: "",
});
const untrusted = await startForwardingProxy({ after }, suspicious.url);

const bot = await installation.createBot("ladder");

/** So many numbers are tried from each place. */
const each = 20;
const perNetwork = 100;
let next = 1_000_000_000;

/** Walks on from each of these places, and tells how many numbers reached the shop. */
async function walkFrom(urls: string[]): Promise<number> {
  const asked = shop.asked.length;
  const guests = await Promise.all(urls.map((url) => openGuest(url, bot.botId)));
  const walks = guests.map((guest) => {
    next += each;
    return writeAll(guest, countUp(next - each, each));
  });
  await Promise.all(walks);
  for (const guest of guests) guest.leave();
  return numbersIn(shop.asked.slice(asked)).size;
}

const six = [1, 2, 3, 4, 5, 6];

test("a stranger who makes up X-Forwarded-For, or comes through a proxy that tells no address, is the peer's network", async () => {
  const urls = six.map((part) => untrusted.urlFrom(`203.0.${part}.9`));
  assert.equal(await walkFrom(urls), perNetwork);
  // Both proxies are on one machine, and its network is used up.
  const names = ["unknown", "_hidden", "198.51.100.999", "203.0.113.9,unknown", "0x7f000001", ","];
  assert.equal(await walkFrom(names.map(trusting.urlFrom)), 0);
});

test("a stranger who makes up what stands left of the proxy's own word is one network", async () => {
  const urls = six.map((part) => trusting.urlFrom(`203.0.${part}.9,198.51.100.${part}`));
  assert.equal(await walkFrom(urls), perNetwork);
});

test("a stranger who moves about in a /64 of IPv6, in any spelling, is one network", async () => {
  const spellings = [
    "2001:db8:1:2::1",
    "2001:DB8:1:2:0:0:0:3",
    "2001:0db8:0001:0002:ffff::9",
    "[2001:db8:1:2::4]:443",
    "2001:db8:1:2:1:2:3:4",
    "2001:db8:1:2::198.51.100.7",
  ];
  assert.equal(await walkFrom(spellings.map(trusting.urlFrom)), perNetwork);
});

test("a stranger who moves about in a /24 of IPv4, in any spelling, is one network", async () => {
  const spellings = [
    "192.0.2.1",
    "192.0.2.254",
    "192.0.2.7:1234",
    "::ffff:192.0.2.9",
    "[::ffff:192.0.2.10]:80",
    "::ffff:c000:0211",
  ];
  assert.equal(await walkFrom(spellings.map(trusting.urlFrom)), perNetwork);
});
