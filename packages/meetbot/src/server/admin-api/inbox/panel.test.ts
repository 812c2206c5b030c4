import assert from "node:assert/strict";
import { test } from "node:test";
import { maxLookupsAnHour } from "@meetbot/admin-api/limits/max-lookups.ts";
import type { LookUps } from "@meetbot/sdk";
import { json } from "../call-admin.fixture.ts";
import { botId, startDesk } from "./panel.fixture.ts";

const of = (conversationId: string) => `/conversations/${conversationId}`;

test("the panel tells from records what was asked, named, proved, shown and what failed", async (t) => {
  const { call, jane, enter, says } = await startDesk(t);
  const [order] = jane.orders;
  const before = await enter(jane.email);
  await says(before, "my orders");
  const seat = await enter(jane.email);
  await says(seat, `where is order ${order?.order_number}`, "track package ZZ99988877766");
  const masked = await json(await call("viewer", `GET ${of(seat.conversationId)}/panel`));
  assert.equal(masked.masked, true);
  const numbers = jane.orders.map((one) => one.order_number);
  for (const secret of [...jane.person, ...numbers, jane.email]) {
    assert(!JSON.stringify(masked).includes(secret), secret);
  }

  const panel = await json(await call("agent", `POST ${of(seat.conversationId)}/panel/reveal`));
  assert.equal(panel.account, jane.email);
  assert.deepEqual(
    panel.proofs.filter(({ kind }: { kind: string }) => kind === "account").length,
    1,
  );
  assert.deepEqual(panel.numbers.toSorted(byNumber), [
    { kind: "order", number: order?.order_number, shop: "known" },
    { kind: "package", number: "ZZ99988877766", shop: "unknown" },
  ]);
  const [shown] = panel.shown;
  assert.deepEqual([shown.kind, shown.number, shown.level], ["order", order?.order_number, "2"]);
  assert.equal(panel.filling["customer.name"], order?.recipient_name);
  assert.equal(panel.filling["operator.name"], "agent");
  assert.deepEqual(
    panel.asked.map(({ intent }: { intent: string }) => intent),
    ["package_track", "order_query"],
  );
  assert.deepEqual(
    panel.earlier.map((one: { conversation_id: string }) => one.conversation_id),
    [before.conversationId],
  );
});

const byNumber = (a: { number: string }, b: { number: string }) => a.number.localeCompare(b.number);

test("a look-up shows the whole item and what the customer sees of it, and is recorded by a fingerprint", async (t) => {
  const { call, run, store, jane, enter, says } = await startDesk(t);
  const number = jane.orders[0]?.order_number ?? "";
  const seat = await enter();
  const lookUp = async (body: object) =>
    json(await call("agent", `POST ${of(seat.conversationId)}/look-up`, { body }));
  const unseen = await lookUp({ order_number: number });
  assert.equal(unseen.outcome, "found");
  assert.equal(unseen.items[0].item.recipient_name, jane.orders[0]?.recipient_name);
  const { known_stage: known } = unseen.items[0].item;
  assert.equal(known?.language, "en", "it is drawn as a card, which reads no words");
  assert.deepEqual([unseen.items[0].level, unseen.items[0].shown], [null, null]);
  await says(seat, `where is order ${number}`);
  const logged = () => store.conversationLog.find({ botId, conversationId: seat.conversationId });
  const before = await logged();
  const seen = await lookUp({ order_number: number });
  assert.equal(seen.items[0].level, "1");
  assert.equal(seen.items[0].shown.recipient_name, undefined);
  const past = await lookUp({ user_account: jane.email, filter: "past" });
  assert.equal(past.outcome, "not_found", "both of her orders are in progress");
  const ofAccount = await lookUp({ user_account: jane.email });
  assert.deepEqual(
    ofAccount.items.map(({ level }: { level: string | null }) => level),
    ["1", null],
    "the account that they have not named adds nothing",
  );
  assert.equal((await lookUp({ order_number: "NONE12345678" })).outcome, "not_found");

  const audit = await run("select actor, detail from audit where action = 'order_looked_up'");
  assert.equal(audit.length, 5);
  assert.equal(audit[0].actor, "agent@shop.example");
  assert.equal(audit[0].detail.order_number, store.readings.fingerprint(number));
  for (const secret of [number, jane.email]) assert(!JSON.stringify(audit).includes(secret));
  const asked = await run("select seq, asked_by from deliveries where asked_by is not null");
  assert.equal(asked.length, 5);
  assert.deepEqual(await logged(), before, "the log tells of the customer's questions alone");
});

test("an operator looks up only so much an hour, and names one thing", async (t) => {
  const { call, run, enter } = await startDesk(t);
  const { conversationId } = await enter();
  const route = `POST ${of(conversationId)}/look-up`;
  for (const body of [{}, { order_number: "A1", package_number: "B2" }]) {
    assert.equal((await call("agent", route, { body })).status, 400);
  }
  await call("agent", route, { body: { order_number: "A1" } });
  await run(
    `insert into audit (bot_id, actor, action, detail)
     select bot_id, actor, action, detail from audit, generate_series(2, ${maxLookupsAnHour})
     where action = 'order_looked_up'`,
  );
  for (const what of ["look-up", "cards"]) {
    const full = await call("agent", `POST ${of(conversationId)}/${what}`, {
      body: { order_number: "A2" },
    });
    assert.deepEqual([full.status, (await json(full)).code], [429, "too_many_look_ups"]);
  }
});

test("a card shows what the customer's level allows, said once by the person, in the one order", async (t) => {
  const { call, run, jane, enter, says, messagesOf } = await startDesk(t);
  const [order] = jane.orders;
  const guest = await enter();
  await says(guest, `where is order ${order?.order_number}`);
  const send = (conversationId: string, key: string) =>
    call("agent", `POST ${of(conversationId)}/cards`, {
      body: { order_number: order?.order_number },
      headers: { "Idempotency-Key": key },
    });
  const first = await json(await send(guest.conversationId, "k1"));
  const again = await json(await send(guest.conversationId, "k1"));
  assert.deepEqual([first.changed, again.changed, again.last_seq], [true, false, first.last_seq]);
  const card = (await messagesOf(guest)).at(-1);
  assert(card?.from === "bot" && card.reply.kind === "orders");
  const [shown] = card.reply.orders;
  assert.deepEqual([shown?.level, shown?.item.recipient_name], [1, undefined]);
  const [row] = await run(`select author from messages where seq = ${first.last_seq}`);
  const [held] = await run(
    `select holder, held_by from conversations where last_seq = ${first.last_seq}`,
  );
  assert.deepEqual([held.holder, held.held_by], ["person", row.author]);

  const own = await enter(jane.email);
  await send(own.conversationId, "k2");
  const whole = (await messagesOf(own)).at(-1);
  assert(whole?.from === "bot" && whole.reply.kind === "orders");
  assert.equal(whole.reply.orders[0]?.item.recipient_name, order?.recipient_name);
  const audit = await run("select count(*)::integer from audit where action = 'card_sent'");
  assert.deepEqual(audit, [{ count: 2 }]);
});

test("a card of a person says what the bot's card says, and the order stands in the panel once", async (t) => {
  const packages: LookUps["packages"] = (question) => ({
    packages: [
      {
        order_number: "orderNumber" in question ? question.orderNumber : "",
        package_number: "1Z999AA10123456784",
        carrier: "UPS",
        package_status: "out_for_delivery",
      },
    ],
  });
  const { call, jane, enter, says, messagesOf } = await startDesk(t, {}, { packages });
  const order_number = jane.orders[0]?.order_number;
  const guest = await enter();
  await says(guest, jane.email, "my orders", `where is order ${order_number}`);
  const path = of(guest.conversationId);
  assert.equal((await call("agent", `POST ${path}/cards`, { body: { order_number } })).status, 200);
  const cards = (await messagesOf(guest)).flatMap((one) =>
    one.from === "bot" && one.reply.kind === "orders" ? one.reply.orders.slice(0, 1) : [],
  );
  const [bots, persons] = cards.slice(-2);
  assert.equal(bots?.item.parcel?.package_status, "out_for_delivery");
  assert.deepEqual(persons, bots);
  const panel = await json(await call("agent", `POST ${path}/panel/reveal`));
  const ofOrder = panel.shown.filter(({ number, item }: { number: string | null; item: object }) =>
    (number ?? JSON.stringify(item)).includes((order_number ?? "").slice(-4)),
  );
  assert.equal(ofOrder.length, 1);
});

test("a draft is what the bot would say to the last message, and nothing of it is kept", async (t) => {
  const { call, run, jane, enter, says, messagesOf } = await startDesk(t);
  const seat = await enter(jane.email);
  const route = `GET ${of(seat.conversationId)}/draft`;
  await says(seat, "hello");
  assert.equal((await json(await call("agent", route))).text, null, "the bot answers itself");
  await call("agent", `POST ${of(seat.conversationId)}/take`, { body: {} });
  await says(seat, `when does order ${jane.orders[0]?.order_number} come?`);
  const kept = async () => [
    await run("select state, last_seq, fence from conversations order by conversation_id"),
    await run("select count(*) from deliveries"),
    (await messagesOf(seat)).length,
  ];
  const before = await kept();
  const draft = await json(await call("agent", route));
  assert.match(draft.text, new RegExp(jane.orders[0]?.order_number ?? "-"));
  assert.equal(draft.seq, (await messagesOf(seat)).at(-1)?.seq);
  assert.deepEqual(await kept(), before);
  await says(seat, "I want to talk to a person");
  assert.equal((await json(await call("agent", route))).text, null, "one is there");
  for (let n = 2; n < 60; n++) await call("agent", route);
  const full = await call("agent", route);
  assert.deepEqual([full.status, (await json(full)).code], [429, "too_many_drafts"]);
});

test("canned replies are told when people are back: by the customer's clocks where they are known", async (t) => {
  const always = { timeZone: "Europe/Berlin", hours: "mon-sun 09:00-18:00" };
  const { call, enter } = await startDesk(t, { officeHours: always });
  const nextOpen = async (zone?: string) => {
    const { conversationId } = await enter(undefined, zone);
    const panel = await json(await call("viewer", `GET ${of(conversationId)}/panel`));
    return panel.filling["hours.next_open"];
  };
  assert.match(await nextOpen(), /^(today|tomorrow) at 9:00\sAM \(Berlin time\)$/);
  // Two hours behind Berlin's summer, one behind its winter.
  assert.match(
    await nextOpen("Atlantic/Reykjavik"),
    /^(today|tomorrow) at [78]:00\sAM \(your time\)$/,
  );
});
