import assert from "node:assert/strict";
import { test } from "node:test";
import { post, readUntil, type WireMessage } from "../../../../test/fixtures/conversation.ts";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { json, startAdminServer } from "../../../server/admin-api/call-admin.fixture.ts";
import { orderNumber } from "../http/push.fixture.ts";
import { startOperatedShop } from "./notifications.fixture.ts";

const textOf = (message: WireMessage) => (message.from === "bot" ? (message.reply.text ?? "") : "");

test("the log says of each push what became of it and why, newest first and page by page, and names no number", async (t) => {
  const shop = await startOperatedShop(t);
  await shop.follow();
  shop.parcel.package_status = "Delivered";
  await shop.moved("push_1", "delivered", 5);
  await shop.until("push_1", "sent");
  await shop.moved("push_2", "delivered");
  await shop.until("push_2", "skipped");
  const { data, next_cursor } = await shop.look("/pushes?limit=1");
  assert.partialDeepStrictEqual(data, [
    {
      ...{ push_id: "push_2", method: "package.changed", is_test: false, recipients: 1 },
      status: "delivered",
      states: [{ state: "skipped", recipients: 1 }],
    },
  ]);
  const older = await shop.look(`/pushes?limit=1&cursor=${next_cursor}`);
  assert.deepEqual([older.data[0].push_id, older.next_cursor], ["push_1", null]);
  const idsOf = async (query: string) =>
    (await shop.look(`/pushes?${query}`)).data.map((one: { push_id: string }) => one.push_id);
  assert.deepEqual(await idsOf("state=sent"), ["push_1"]);
  assert.deepEqual(await idsOf("state=skipped&tests=none"), ["push_2"]);
  assert.deepEqual(await idsOf("method=order.changed"), []);

  const one = await shop.look("/pushes/push_2");
  assert.equal(Date.parse(one.kept_until) - Date.parse(one.accepted_at), 30 * 86_400_000);
  assert.partialDeepStrictEqual(one.told, [
    {
      ...{ channel: "web-chat", way: null, state: "skipped", because: "repeated" },
      status: "delivered",
    },
  ]);
  assert(!JSON.stringify([data, older, one]).includes(orderNumber));
  assert.equal((await shop.call("GET /pushes/push_3")).status, 404);
  assert.equal((await shop.call("GET /pushes?cursor=x")).status, 400);
});

test("a test is told as any push, to one conversation alone, and stands in the log and the audit", async (t) => {
  const shop = await startOperatedShop(t);
  const seat = await shop.follow();
  await shop.follow();
  const { data } = await shop.look("/subscriptions");
  const [{ conversation_id: other }, { conversation_id: one }] = data;
  shop.parcel.package_status = "Out for delivery";
  const told = readUntil(seat, (message) => /Linen Shirt.*out for delivery/i.test(textOf(message)));
  const tried = { method: "package.changed", conversation_id: one };
  const accepted = await shop.call("POST /pushes/test", tried);
  assert.equal(accepted.status, 202);
  const { push_id: id, recipients } = await json(accepted);
  assert.match(id, /^test\.[0-9a-f]{32}$/);
  assert.equal(recipients, 1);
  await told;
  const read = await eventually(10_000, async () => {
    const found = await shop.look(`/pushes/${id}`);
    assert.equal(found.told[0].state, "sent");
    return found;
  });
  assert.equal(read.is_test, true);
  assert.deepEqual(
    read.told.map((each: { conversation_id: string }) => each.conversation_id),
    [one],
  );
  assert.notEqual(one, other);
  const [entry] = await shop.server.store.bots.auditOf(shop.bot.id, 1);
  assert.equal(entry?.action, "push_tested");
  assert.deepEqual(entry?.detail, { push: id, method: "package.changed", conversation: one });
  // What the shop pushes of the same moment is the later one.
  shop.parcel.package_status = "Delivered";
  await shop.moved("push_1", "delivered", 60);
  await shop.until("push_1", "sent");
});

test("a test of an order is for all that follow it; who knows is not told again, and nobody is told of another", async (t) => {
  const shop = await startOperatedShop(t);
  await shop.follow();
  const by = (order_number: string, method = "package.changed") =>
    shop.call("POST /pushes/test", { method, order_number });
  const { push_id: id } = await json(await by(orderNumber));
  await eventually(10_000, async () => {
    const { told } = await shop.look(`/pushes/${id}`);
    assert.partialDeepStrictEqual(told, [{ state: "skipped", because: "repeated" }]);
  });
  const nobody = await by("SO-1");
  assert.deepEqual([nobody.status, (await json(nobody)).code], [422, "nobody_follows"]);
  const strange = { method: "order.changed", conversation_id: "c_none" };
  assert.equal((await shop.call("POST /pushes/test", strange)).status, 422);
  const both = { ...strange, order_number: orderNumber };
  assert.equal((await shop.call("POST /pushes/test", both)).status, 400);
  assert.equal((await shop.call("POST /pushes/test", { method: "order.changed" })).status, 400);
});

test("who is told is counted and listed with the number masked; ended by an operator, nothing is told", async (t) => {
  const shop = await startOperatedShop(t);
  const seat = await shop.follow();
  const before = await shop.look("/subscriptions?state=living");
  assert.equal(before.living, 1);
  assert.deepEqual(before.living_by, {
    scope: [{ scope: "order", subscriptions: 1 }],
    source: [{ source: "choice", subscriptions: 1 }],
    channel: [{ channel: "web-chat", subscriptions: 1 }],
  });
  const [one] = before.data;
  assert.partialDeepStrictEqual(one, { scope: "order", source: "choice", ended_at: null });
  assert.match(one.subject, /^····/);
  assert(!JSON.stringify(before).includes(orderNumber));

  const end = () => shop.call(`DELETE /subscriptions/${one.subscription_id}`);
  assert.equal((await end()).status, 204);
  assert.equal((await end()).status, 204);
  assert.equal((await shop.call("DELETE /subscriptions/s_none")).status, 404);
  const audit = await shop.server.store.bots.auditOf(shop.bot.id, 5);
  const ended = audit.filter(({ action }) => action === "subscription_ended");
  assert.deepEqual(
    ended.map(({ detail }) => detail),
    [
      {
        subscription: one.subscription_id,
        ...{ conversation: one.conversation_id, scope: "order" },
      },
    ],
  );
  const after = await shop.look("/subscriptions");
  assert.equal(after.living, 0);
  assert.equal(after.data[0].ended_by, "operator");
  const pushed = await shop.moved("push_1", "delivered");
  assert.equal(((await pushed.json()) as { recipients: number }).recipients, 0);

  // The customer is offered it anew.
  const since = String((await readUntil(seat, isConfirmed)).at(-1)?.seq);
  await post(seat, { text: `where is my order ${orderNumber}?` });
  await readUntil(seat, isOffer, since);
});

const isConfirmed = (message: WireMessage) =>
  message.from === "bot" && /Reply STOP/.test(message.reply.text ?? "");
const isOffer = (message: WireMessage) =>
  message.from === "bot" &&
  (message.reply.choices ?? []).some(({ title }) => title === "Keep me posted");

test("a subscription ends 30 days after the end was told, and goes on where the parcel travels back", async (t) => {
  const shop = await startOperatedShop(t);
  await shop.follow();
  const endsAt = async () => (await shop.look("/subscriptions?state=living")).data[0].ends_at;
  const tell = async (id: string, status: string, agoS: number) => {
    shop.parcel.package_status = status;
    await shop.moved(id, status, agoS);
    await shop.until(id, "sent");
  };
  await tell("push_1", "out_for_delivery", 30);
  assert.equal(await endsAt(), null);
  await tell("push_2", "delivered", 20);
  const inDays = (Date.parse(await endsAt()) - Date.now()) / 86_400_000;
  assert(inDays > 29.9 && inDays <= 30, String(inDays));
  await tell("push_3", "returning", 10);
  assert.equal(await endsAt(), null);
});

test("figures say how many were told, skipped and stopped; tests count nothing", async (t) => {
  const shop = await startOperatedShop(t);
  await shop.follow();
  shop.parcel.package_status = "Delivered";
  await shop.moved("push_1", "delivered", 5);
  await shop.until("push_1", "sent");
  await shop.moved("push_2", "delivered");
  await shop.until("push_2", "skipped");
  const { data } = await shop.look("/subscriptions");
  const tried = { method: "package.changed", order_number: orderNumber };
  const { push_id } = await json(await shop.call("POST /pushes/test", tried));
  await eventually(10_000, async () => {
    assert.equal((await shop.look(`/pushes/${push_id}`)).told[0].state, "skipped");
  });
  await shop.call(`DELETE /subscriptions/${data[0].subscription_id}`);
  await shop.moved("push_3", "delivered");
  assert.deepEqual(await shop.look("/notifications/figures?days=30"), {
    ...{ days: 30, pushes: 3, unheard: 1, told: 1, told_by: [{ way: "chat", told: 1 }] },
    ...{ waiting: 0, skipped: 1, skipped_by: [{ because: "repeated", skipped: 1 }] },
    ...{ failed: 0, expired: 0, began: 1, stopped: 1 },
    stopped_by: [{ ended_by: "operator", stopped: 1 }],
  });
  assert.equal((await shop.call("GET /notifications/figures?days=31")).status, 400);
});

test("viewers look, editors test and end, and agents do neither", async (t) => {
  const { call } = await startAdminServer(t);
  const reads = ["/pushes", "/subscriptions", "/notifications/figures"];
  for (const path of reads) {
    assert.equal((await call("viewer", `GET ${path}`)).status, 200, path);
    assert.equal((await call("agent", `GET ${path}`)).status, 403, path);
  }
  const body = { method: "order.changed", order_number: "SO-1" };
  const statuses = async (role: "viewer" | "editor") => [
    (await call(role, "POST /pushes/test", { body })).status,
    (await call(role, "DELETE /subscriptions/s_none")).status,
  ];
  assert.deepEqual(await statuses("viewer"), [403, 403]);
  assert.deepEqual(await statuses("editor"), [422, 404]);
});
