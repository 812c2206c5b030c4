import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { BotChanges } from "@meetbot/model/bot/bot.ts";
import { newSecret, signRequest } from "@meetbot/protocol";
import { startPushingShop } from "./push.fixture.ts";

const pageId = "231231232134111";

/** As the origin documents its bodies: a moment is a number, and a description has a line break. */
const receipt = `{
  "request": {"method": "send_template", "id": "213124", "page_id": "${pageId}", "template_name": "Order Receipt Push", "sync": true, "meta": ""},
  "recipient": {"username": "yilia@meetbot.biz"},
  "params": {"receipt": {"recipient_name": "Yilia", "order_number": "U5555", "currency": "USD", "timestamp": 1428444852, "status": "Paid",
    "summary": {"subtotal": 75.00, "shipping_cost": 4.95, "total_tax": 6.19, "total_cost": 56.14},
    "elements": [{"title": "Classic White T-Shirt", "quantity": 2, "price": 50}]}}
}`;

const shipping = `{
  "request": {"method": "send_template", "id": "213125", "page_id": "${pageId}", "template_name": "Shipping Status Update Push", "sync": false, "meta": ""},
  "recipient": {"username": "yilia@meetbot.biz"},
  "params": {"package_number": "A1231411", "package_status": "shipped", "package_status_description": "Your package\\nhas left.",
    "image_url": "http://image.com/image1", "detailed_tracking_url": "http://www.ups.com?id=aaaaaa", "fb_first_name": "Chris"}
}`;

async function startOriginShop(t: TestContext, changes: BotChanges) {
  const shop = await startPushingShop(t);
  await shop.server.store.bots.change(shop.bot.id, { pageId, ...changes });
  const post = async (body: string, headers: Record<string, string>) => {
    const response = await fetch(`${shop.server.url}/api`, { method: "POST", headers, body });
    const said = (await response.json()) as { repeated?: boolean; error?: { code: number } };
    return { status: response.status, said, code: said.error?.code };
  };
  return { ...shop, post };
}

const fromHere = { originPush: true, originPushNetworks: ["127.0.0.0/8", "::1"] };

test("the origin's bodies are taken as they stand, with the push secret as their key", async (t) => {
  const { post, pushSecret, server, bot } = await startOriginShop(t, fromHere);
  for (const [body, id, method] of [
    [receipt, "213124", "order.placed"],
    [shipping, "213125", "package.changed"],
  ] as const) {
    const { status, said } = await post(body, { APIKEY: pushSecret });
    assert.equal(status, 200);
    const accepted = { success: true, object: "push", recipients: 0, status: "accepted" };
    assert.deepEqual(said, { ...accepted, id });
    assert.equal((await server.store.pushes.read(bot.id, id))?.method, method);
  }
  const spaced = await post(JSON.stringify(JSON.parse(receipt)), { APIKEY: pushSecret });
  assert.equal(spaced.said.repeated, true);
  const other = await post(receipt.replace("56.14", "57.14"), { APIKEY: pushSecret });
  assert.deepEqual([other.status, other.code], [409, 10011]);
});

test("the key counts from listed networks alone, and a signature from everywhere", async (t) => {
  const { post, pushSecret } = await startOriginShop(t, {
    originPush: true,
    originPushNetworks: ["198.51.100.0/24"],
  });
  assert.equal((await post(receipt, { APIKEY: pushSecret })).code, 10002);
  const timestampS = Math.floor(Date.now() / 1_000);
  const sign = (secret: string, id = "213124") =>
    signRequest({ body: receipt, secret, id, timestampS });
  assert.equal((await post(receipt, sign(newSecret()))).code, 10002);
  assert.equal((await post(receipt, sign(pushSecret, "another"))).code, 10002);
  assert.equal((await post(receipt, sign(pushSecret))).status, 200);
});

test("it is off until an operator switches it on", async (t) => {
  const { post, pushSecret } = await startOriginShop(t, {
    originPushNetworks: fromHere.originPushNetworks,
  });
  const { status, code } = await post(receipt, { APIKEY: pushSecret });
  assert.deepEqual([status, code], [404, 10006]);
});

test("what the origin refuses is refused with its numbers", async (t) => {
  const { post, pushSecret } = await startOriginShop(t, fromHere);
  const refused = async (body: string, key: string | null = pushSecret) => {
    const { status, code } = await post(body, key === null ? {} : { APIKEY: key });
    return [status, code];
  };
  assert.deepEqual(await refused(receipt, null), [401, 10001]);
  assert.deepEqual(await refused(receipt, newSecret()), [401, 10002]);
  assert.deepEqual(await refused(receipt.replace(pageId, "9")), [404, 10006]);
  assert.deepEqual(await refused("{"), [404, 10006]);
  assert.deepEqual(await refused(receipt.replace("send_template", "send_block")), [400, 10005]);
  assert.deepEqual(await refused(receipt.replace('"username"', '"id"')), [400, 10009]);
  assert.deepEqual(await refused(receipt.replace('"id": "213124"', '"id": ""')), [400, 10003]);
  const large = receipt.replace("Classic", "x".repeat(70_000));
  assert.deepEqual(await refused(large), [413, 10100]);
});
