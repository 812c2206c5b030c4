import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { PushStatusEvent } from "@meetbot/protocol";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { maskDelivery } from "../../../merchant/masking/mask-delivery.ts";
import { startPushingShop } from "./push.fixture.ts";

async function startListener(t: TestContext) {
  const pushing = await startPushingShop(t);
  const heard: PushStatusEvent[] = [];
  pushing.shop.hear((event) => void heard.push(event));
  return { ...pushing, heard };
}

test("a shop that wants to know hears what became of its push, in the open chat and of one that is skipped", async (t) => {
  const { server, bot, heard, ...shop } = await startListener(t);
  await shop.follow();
  shop.parcel.package_status = "Out for delivery";
  await shop.moved("push_before", "out_for_delivery", 60);
  await shop.until("push_before", "sent");
  await server.store.bots.change(bot.id, { pushStatus: true });
  shop.parcel.package_status = "Delivered";
  await shop.moved("push_1", "delivered", 5);
  const sent = await eventually(10_000, async () => {
    const found = heard.find(({ pushId, state }) => pushId === "push_1" && state === "sent");
    assert(found, JSON.stringify(heard));
    return found;
  });
  assert.equal(sent.pageId, "1");
  assert.equal(sent.channel, "web_chat");
  assert.match(sent.recipient ?? "", /^r_[A-Za-z0-9_-]{24}$/);
  await shop.moved("push_2", "delivered");
  const skipped = await eventually(10_000, async () => {
    const found = heard.find(({ pushId }) => pushId === "push_2");
    assert.equal(found?.state, "skipped");
    return found;
  });
  assert.equal(skipped.because, "repeated");
  await eventually(10_000, async () => {
    const page = { limit: 9, below: null };
    const { rows } = await server.store.deliveryLog.read(bot.id, { method: "push_status" }, page);
    const found = rows.find(({ delivery }) => delivery.requestBody.includes('"skipped"'));
    assert(found, "it stands in the delivery log");
    const { logged, delivery } = found;
    const { outcome, httpStatus, askedBy, seq } = logged;
    assert.deepEqual([outcome, httpStatus, askedBy, seq], ["answered", 200, "push", null]);
    const { params } = JSON.parse(maskDelivery(delivery).requestBody);
    const shown = { push_id: "•••", state: "skipped", because: "repeated" };
    assert.partialDeepStrictEqual(params, shown);
  });
  assert.notEqual(skipped.recipient, sent.recipient, "a name says nothing outside its push");
  const ranks = ["held", "queued", "sent"];
  const states = heard.filter(({ pushId }) => pushId === "push_1").map(({ state }) => state);
  const risen = states.map((state) => ranks.indexOf(state));
  assert.deepEqual(risen, [...risen].sort(), `upwards only: ${states}`);
  assert.equal(new Set(states).size, states.length, "each once, where nothing fails");
});

test("nobody is told who did not ask for it", async (t) => {
  const { heard, ...shop } = await startListener(t);
  await shop.follow();
  shop.parcel.package_status = "Delivered";
  await shop.moved("push_1", "delivered", 5);
  await shop.until("push_1", "sent");
  assert.deepEqual(await shop.server.store.pushes.claimPushStatus(), null);
  assert.deepEqual(heard, []);
});

test("a webhook that refuses the method is not told again, until its URL changes or the setting is set anew", async (t) => {
  const { server, bot, shop, ...pushing } = await startPushingShop(t);
  await server.store.bots.change(bot.id, { pushStatus: true });
  await pushing.follow();
  pushing.parcel.package_status = "Delivered";
  await pushing.moved("push_1", "delivered", 5);
  const refused = async () => {
    const text = "select push_status_refused as url from bots where bot_id = $1";
    const [row] = await server.run(text, [bot.id]);
    return row?.url;
  };
  await eventually(10_000, async () => assert.equal(await refused(), shop.endpoint));
  await pushing.until("push_1", "sent");
  assert.equal(await server.store.pushes.claimPushStatus(), null);
  await server.store.bots.change(bot.id, { pushStatus: true });
  assert.equal(await refused(), null);
});

test("a webhook that fails is told the same again, later", async (t) => {
  const { server, bot, heard, shop, ...pushing } = await startListener(t);
  let fails = 1;
  const tried: string[] = [];
  shop.hear(({ id, state }) => {
    tried.push(`${id} ${state}`);
    if (state === "sent" && fails-- > 0) throw new Error("busy");
  });
  await server.store.bots.change(bot.id, { pushStatus: true });
  await pushing.follow();
  pushing.parcel.package_status = "Delivered";
  await pushing.moved("push_1", "delivered", 5);
  await eventually(15_000, async () => {
    const ofSent = tried.filter((one) => one.endsWith("sent"));
    assert.equal(ofSent.length, 2, String(tried));
    assert.equal(new Set(ofSent).size, 1, "the same id");
  });
});
