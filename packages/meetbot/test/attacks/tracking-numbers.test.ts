import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret, type Package, signRequest } from "@meetbot/protocol";
import { type LookUps, refuse } from "@meetbot/sdk";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { openGuest } from "../fixtures/guest.ts";
import { startOwnShop } from "../fixtures/own-shop.ts";
import { assertUnseen, createShopper } from "../fixtures/shopper.ts";
import { limitedWords, tapEverything } from "../fixtures/stranger.ts";

// A carrier's number is on the outside of a parcel. A stranger who reads it there gets from the bot what the carrier's
// own page shows, and nothing of the order; a shop's lies reach only its own customers.

const jane = createShopper("jane");
const [order] = jane.orders as [(typeof jane.orders)[0]];
const trackingNumber = "1Z999AA10123456784";
const parcelOf = (order_number: string, more: Partial<Package> = {}): Package => ({
  order_number,
  package_number: "P-8812",
  product_name: "Lamp for jane A7",
  carrier: "UPS",
  tracking_number: trackingNumber,
  package_status: "Shipped",
  ...more,
});

/** A shop that knows its parcels by order alone. */
const byOrderAlone = (packages: Package[], orders = jane.orders): LookUps => ({
  orders(question) {
    const found =
      question.by === "number"
        ? orders.filter(({ order_number }) => order_number === question.orderNumber)
        : [];
    return found.length > 0 ? { orders: found } : refuse.orderNotFound();
  },
  packages(question) {
    if (question.by !== "order") return refuse.orderNotFound();
    const found = packages.filter(({ order_number }) => order_number === question.orderNumber);
    return found.length > 0 ? { packages: found } : refuse.orderNotFound();
  },
});

test("a carrier's number shows its parcel and nothing else, at its own shop alone, whatever others push, and guesses are counted", async (t) => {
  const honest = [parcelOf(order.order_number)];
  const evil = [parcelOf("EVIL-ORDER-1234", { carrier: "Evil Post" })];
  const shops = {
    bot_own: await startOwnShop(t, byOrderAlone(honest)),
    bot_evil: await startOwnShop(t, byOrderAlone(evil)),
    bot_other: await startOwnShop(t, byOrderAlone([])),
  };
  const hosts = Object.values(shops).map(({ endpoint }) => new URL(endpoint).host);
  const server = await startTestServer(t, { outboundAllow: () => parseAllowList(hosts) });
  const pushSecret = newSecret();
  for (const [id, shop] of Object.entries(shops)) {
    const secrets = { signingSecret: newSecret(), identitySecret: newSecret() };
    const { bot } = newBot({ id, name: "Shop", endpoint: shop.endpoint, pageId: "1" });
    await server.store.bots.create(bot, { ...secrets, pushSecret });
    shop.serve(secrets.signingSecret);
  }
  const push = async (botId: string, pkg: Package) => {
    const body = JSON.stringify({
      request: {
        category: "ecommerce",
        method: "package.changed",
        id: "push_1",
        page_id: "1",
        meta: "",
      },
      recipient: { order_number: pkg.order_number },
      params: {
        ...{ package_number: pkg.package_number, status: pkg.package_status, package: pkg },
        occurred_at: String(Math.floor(Date.now() / 1_000)),
      },
    });
    const signed = { body, secret: pushSecret, id: "push_1" };
    const headers = {
      "content-type": "application/json",
      ...signRequest({ ...signed, timestampS: Math.floor(Date.now() / 1_000) }),
    };
    const answer = await fetch(`${server.url}/push/${botId}`, { method: "POST", headers, body });
    assert.equal(answer.status, 202, await answer.text());
  };
  const ask = `where is my package ${trackingNumber}?`;

  // Nobody has asked for the order: the shop's push has named the parcel.
  for (const pkg of honest) await push("bot_own", pkg);
  for (const pkg of evil) await push("bot_evil", pkg);
  const stranger = await openGuest(server.url, "bot_own");
  const [, card] = await stranger.say(ask, 2);
  assert.equal(card?.packages?.[0]?.carrier, "UPS");
  await tapEverything(stranger, 15);
  assertUnseen(stranger, jane.everything);
  assertUnseen(stranger, ["evil"]);

  // Another shop's parcels are not found by it.
  const elsewhere = await openGuest(server.url, "bot_other");
  const [no] = await elsewhere.say(ask, 1);
  assert.match(no?.text ?? "", /neither an order nor a package/);

  // The shop no longer confirms it: not found, also for who saw it a moment ago.
  honest.splice(0, 1, parcelOf(order.order_number, { tracking_number: "1Z999AA10999999999" }));
  const later = await openGuest(server.url, "bot_own");
  const [gone] = await later.say(ask, 1);
  assert.match(gone?.text ?? "", /neither an order nor a package/);

  // Numbers tried one after the other are misses as ever.
  const guesser = await openGuest(server.url, "bot_own");
  const said: string[] = [];
  for (let n = 0; n < 11; n++) {
    const [reply] = await guesser.say(`where is my package 1Z999AA1055555${5000 + n}?`, 1);
    said.push(reply?.text ?? "");
  }
  assert.match(said.at(-1) ?? "", limitedWords);

  const log = server.logged.join("\n");
  for (const secret of [trackingNumber, order.order_number]) {
    assert.ok(!log.includes(secret), "no number stands in the log");
  }
});
