import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret, signIdentity } from "@meetbot/sdk";
import { openGuest } from "../../../test/fixtures/guest.ts";
import { lookUpsOf, startOwnShop } from "../../../test/fixtures/own-shop.ts";
import { assertSees, assertUnseen, createShopper } from "../../../test/fixtures/shopper.ts";
import { maskDelivery } from "../../merchant/masking/mask-delivery.ts";
import { bot as firstBot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";

const phone = "+8613812345678";

test("a shop that knows its customers by phone is asked in E.164, and they are forgotten by it", async (t) => {
  const jane = createShopper("jane", phone);
  const shop = await startOwnShop(t, lookUpsOf([jane]));
  const [signingSecret, identitySecret] = [newSecret(), newSecret()];
  shop.serve(signingSecret);
  const bot = { ...firstBot, id: "bot_phones", endpoint: shop.endpoint };
  const { url, store, run, logged } = await startTestServer(
    t,
    { outboundAllow: () => parseAllowList(["127.0.0.1"]) },
    async (seeded) => {
      const phones = { accountKind: "phone" as const, phoneCountry: "CN" };
      await seeded.store.bots.create({ ...bot, ...phones }, { signingSecret, identitySecret });
    },
  );

  const guest = await openGuest(url, bot.id);
  const [question] = await guest.say("where are my orders?", 1);
  assert.equal(question?.ask, "phone");
  await guest.say("１３８ 1234-5678", 2);
  assert.deepEqual(shop.accounts(), [phone]);
  assertUnseen(guest, jane.person);

  const identity = signIdentity({ identitySecret, botId: bot.id, account: phone });
  const signedIn = await openGuest(url, bot.id, { identity });
  await signedIn.say("my orders", 2);
  assertSees(signedIn, jane);

  const page = { limit: 10, below: null };
  const { rows } = await store.deliveryLog.read(bot.id, {}, page);
  const bodies = rows.map(({ delivery }) => maskDelivery(delivery).requestBody);
  assert.equal(bodies.filter((body) => body.includes(`"user_account":"•••5678"`)).length, 2);
  assert.doesNotMatch(bodies.join(), /1381234/);
  const kept = await run("select * from messages join conversations using (conversation_id)");
  const tables = kept.flatMap((row) => Object.values(row)).map(String);
  for (const place of [logged.join(), tables.join()]) assert.doesNotMatch(place, /13812345678/);

  for (const one of [guest, signedIn]) one.leave();
  assert.equal(await store.forgetCustomer("+86 138-1234-5678"), 2);
});
