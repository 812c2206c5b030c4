import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { post, readUntil, type WireMessage } from "../../../../test/fixtures/conversation.ts";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { packageNumber, packagePush, startPushingShop } from "./push.fixture.ts";

const textOf = (message: WireMessage) => (message.from === "bot" ? (message.reply.text ?? "") : "");

test("what a shop pushes is told in the open chat, as it is true by now, and can be asked about", async (t) => {
  const shop = await startPushingShop(t);
  const seat = await shop.follow();
  shop.parcel.package_status = "Out for delivery";
  const told = readUntil(seat, (message) => /Linen Shirt.*out for delivery/i.test(textOf(message)));
  const accepted = await shop.moved("push_1", "out_for_delivery");
  assert.equal(accepted.status, 202);
  assert.deepEqual(await accepted.json(), {
    ...{ success: true, object: "push", id: "push_1", recipients: 1, status: "accepted" },
  });
  const message = (await told).at(-1);
  assert.match(textOf(message!), /Linen Shirt/);
  const one = await shop.until("push_1", "sent");
  assert.equal(one?.way, "chat");

  const again = await shop.moved("push_1", "out_for_delivery", 30);
  assert.equal(again.status, 409, "another moment is another body");
  await post(seat, { text: "which carrier?" });
  await readUntil(seat, (said) => /UPS/.test(textOf(said)), String(message!.seq));
});

test("the same is told once, and nothing backwards", async (t) => {
  const shop = await startPushingShop(t);
  const seat = await shop.follow();
  shop.parcel.package_status = "Delivered";
  const told = readUntil(seat, (message) => /Linen Shirt.*delivered/i.test(textOf(message)));
  await shop.moved("push_1", "delivered", 5);
  await told;
  await shop.until("push_1", "sent");
  await shop.moved("push_2", "delivered");
  assert.equal((await shop.until("push_2", "skipped"))?.because, "repeated");
  await shop.moved("push_3", "out_for_delivery", 60);
  assert.equal((await shop.until("push_3", "skipped"))?.because, "stale");
});

test("what came while the chat was closed is told once at the next visit, as it is by then", async (t) => {
  const shop = await startPushingShop(t);
  const seat = await shop.follow({ staysOpen: false });
  shop.parcel.package_status = "Out for delivery";
  await shop.moved("push_1", "out_for_delivery", 60);
  await shop.until("push_1", "held");
  shop.parcel.package_status = "Delivered";
  await shop.moved("push_2", "delivered");
  await shop.until("push_2", "held");

  const heard = await readUntil(seat, (message) => /Linen Shirt.*delivered/i.test(textOf(message)));
  assert(!heard.some((message) => /Linen Shirt.*out for delivery/i.test(textOf(message))));
  const ends = await eventually(10_000, async () => {
    const states = await Promise.all(
      ["push_1", "push_2"].map(async (id) => (await shop.read(id)).recipients[0]),
    );
    const found = states.map((one) => one?.state);
    assert.deepEqual(found.toSorted(), ["sent", "skipped"]);
    return states;
  });
  const because = ends.find((one) => one?.state === "skipped")?.because ?? "";
  assert(["repeated", "stale"].includes(because), "whichever of both is looked at first");
});

test("a push that names the parcel alone reaches who follows its order", async (t) => {
  const shop = await startPushingShop(t);
  const seat = await shop.follow();
  shop.parcel.package_status = "Delivered";
  const { recipient: _, ...push } = packagePush("push_1", "delivered");
  const told = readUntil(seat, (message) => /Linen Shirt.*delivered/i.test(textOf(message)));
  const body = JSON.stringify({ ...push, recipient: { package_number: packageNumber } });
  const accepted = (await (await shop.send(body)).json()) as { recipients: number };
  assert.equal(accepted.recipients, 0, "whose it is is not known yet");
  await told;
  await shop.until("push_1", "sent");
});

test("a push is refused with the origin's numbers", async (t) => {
  const { send, server, bot, pushSecret } = await startPushingShop(t);
  const body = JSON.stringify(packagePush("push_1", "delivered"));
  const codeOf = async (response: Response) => {
    const { error } = (await response.json()) as { error: { code: number } };
    return [response.status, error.code];
  };
  assert.deepEqual(await codeOf(await send(body, newSecret())), [401, 10002]);
  assert.deepEqual(await codeOf(await send(body, pushSecret, 1_700_000_000)), [401, 10002]);
  const bare = (id: string) => fetch(`${server.url}/push/${id}`, { method: "POST", body });
  assert.deepEqual(await codeOf(await bare(bot.id)), [401, 10001]);
  assert.deepEqual(await codeOf(await bare("bot_none")), [404, 10006]);
  assert.deepEqual(await codeOf(await send("{}")), [400, 10003]);
  assert.equal((await send(`{"pushes":[${body},{}]}`)).status, 202);
});
