import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { signIdentity } from "@meetbot/sdk";
import { openGuest } from "../../../../test/fixtures/guest.ts";
import { orderNumber, packagePush, startPushingShop } from "./push.fixture.ts";

/** Starts a shop that has pushed before, so that the bot offers its customers updates. */
async function startShop(t: TestContext) {
  const pushing = await startPushingShop(t);
  const { server, bot } = pushing;
  await server.store.usage.note(bot.id, { kind: "push", name: "before" });
  const guest = async (body?: object) => {
    const opened = await openGuest(server.url, bot.id, body);
    t.after(opened.leave);
    return opened;
  };
  /** How many conversations a push is for. */
  async function pushed(id: string, status: string): Promise<number> {
    const response = await pushing.send(JSON.stringify(packagePush(id, status)));
    assert.equal(response.status, 202, await response.clone().text());
    return ((await response.json()) as { recipients: number }).recipients;
  }
  return { ...pushing, guest, pushed };
}

const asked = `where is my order ${orderNumber}?`;

test("a customer who taps it is told, and ends it by a word; another one's goes on", async (t) => {
  const { guest, pushed } = await startShop(t);
  const [one, other] = [await guest(), await guest()];
  for (const each of [one, other]) {
    const card = (await each.say(asked, 2)).at(-1);
    assert.ok(card?.choices?.some(({ title }) => title === "Keep me posted"));
    const [told] = await each.tap("Keep me posted", 1);
    assert.match(told?.text ?? "", /when you come back.*Reply STOP/);
  }
  assert.equal(await pushed("push_1", "preparing"), 2);
  const [ended] = await one.say("STOP", 1);
  assert.match(ended?.text ?? "", /no more updates here/);
  assert.equal(await pushed("push_2", "preparing"), 1);
  const [again] = await one.say("START", 1);
  assert.match(again?.text ?? "", /on again/);
  assert.equal(await pushed("push_3", "preparing"), 2);
});

test("who was only shown an order, or typed an email, is told of nothing", async (t) => {
  const { guest, pushed } = await startShop(t);
  const stranger = await guest();
  await stranger.say(asked, 2);
  await stranger.say("yilia@shop.example", 1);
  await stranger.say("keep me posted about yilia@shop.example", 1);
  assert.equal(await pushed("push_1", "preparing"), 0);
});

test("a box of the checkout counts by the shop's signature alone", async (t) => {
  const { guest, pushed, server, bot } = await startShop(t);
  const secrets = await server.store.bots.secretsOf(bot.id);
  const [identitySecret = ""] = secrets?.identitySecrets ?? [];
  const vouched = { identitySecret, botId: bot.id, account: "yilia@shop.example" };
  await guest({ subscribe: orderNumber });
  await guest({ identity: signIdentity(vouched), subscribe: orderNumber });
  assert.equal(await pushed("push_1", "preparing"), 0);
  const identity = signIdentity({ ...vouched, subscribe: orderNumber });
  const { heard, replies } = await guest({ identity });
  await replies(1);
  const [told] = heard;
  assert.match(told?.from === "bot" ? (told.reply.text ?? "") : "", /You asked in the shop/);
  assert.equal(await pushed("push_2", "preparing"), 1);
});
