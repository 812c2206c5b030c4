import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret, signIdentity } from "@meetbot/sdk";
import { openGuest } from "../../../test/fixtures/guest.ts";
import { lookUpsOf, startOwnShop } from "../../../test/fixtures/own-shop.ts";
import { createShopper } from "../../../test/fixtures/shopper.ts";
import { bot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";

test("a conversation that is read again, on a node whose clock is behind, shows nothing of a proof that has ended", async (t) => {
  const jane = createShopper("jane");
  const shop = await startOwnShop(t, lookUpsOf([jane]));
  const secrets = { signingSecret: newSecret(), identitySecret: newSecret() };
  shop.serve(secrets.signingSecret);
  let behindMs = 0;
  const mails: string[] = [];
  const own = { ...bot, id: "bot_behind", endpoint: shop.endpoint };
  const { url } = await startTestServer(
    t,
    {
      outboundAllow: () => parseAllowList(["127.0.0.1"]),
      mailer: {
        async send({ text }) {
          mails.push(text);
          return "sent";
        },
      },
    },
    async ({ store }) => {
      await store.bots.create(own, secrets);
      Object.assign(store.clock, { now: () => Date.now() + behindMs });
    },
  );
  const { identitySecret } = secrets;
  const identity = signIdentity({ identitySecret, botId: own.id, account: jane.email });
  const guest = await openGuest(url, own.id, { identity });
  await guest.say("my orders in progress", 2);
  guest.leave();
  const [street = ""] = jane.orders.map(({ address }) => address?.street_1);
  const readAgain = async () => {
    const response = await fetch(`${guest.seat.base}/events?before=100`, {
      headers: { authorization: `Bearer ${guest.seat.token}` },
    });
    return response.text();
  };
  assert((await readAgain()).includes(street));
  behindMs = 121 * 60_000;
  assert(!(await readAgain()).includes(street));
  const mailed = await fetch(`${guest.seat.base}/transcript`, {
    method: "POST",
    headers: { authorization: `Bearer ${guest.seat.token}` },
  });
  assert.equal(mailed.status, 403);
  assert.deepEqual(mails, []);
});
