import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import {
  buttonsOf,
  createCustomer,
  payloadOf,
  startTelegram,
  telegramId,
  textOf,
} from "./telegram.fixture.ts";

const soonMs = 60_000;

test("a bot is connected with its token: webhook, secret, and a profile in each of its languages", async (t) => {
  const { telegram, state } = await startTelegram(t, {}, undefined, { languages: ["en", "zh"] });
  const { webhook, commands, descriptions, menuButton } = telegram.bot(telegramId);
  assert.match(webhook?.secretToken ?? "", /^[\w-]{43}$/);
  assert.match(JSON.stringify(commands.get("")), /My orders/);
  assert.match(JSON.stringify(commands.get("zh")), /我的订单/);
  assert.match(descriptions.get("zh") ?? "", /Meetbot Shop/);
  assert.deepEqual(menuButton, { type: "commands" });
  const told = await state();
  assert.deepEqual([told?.externalId, told?.details.username], [`${telegramId}`, "a_shop_bot"]);
  assert(told?.profilePublishedAt && told.checkedAt);
});

test("a customer starts, asks, taps and sees their order; a tap is answered with its receipt", async (t) => {
  const { telegram, shopper, rests, url } = await startTelegram(t);
  const customer = createCustomer(telegram);
  await customer.say("/start shop_42");
  const [welcome] = await customer.reads(1);
  assert.match(textOf(welcome!), /Meetbot Shop/);
  const tap = customer.tap(welcome!, "My orders");
  await tap.taken;
  assert.equal(telegram.taps.get(tap.id)?.isAnswered, true);
  const [question] = await customer.reads(1);
  assert.match(textOf(question!), /email/);
  const { order_number: number } = shopper.orders[0]!;
  await customer.say(`show order ${number}`);
  const [order] = await customer.reads(1);
  assert.match(textOf(order!), new RegExp(`^Your order \\(Lamp[^]*\n\nOrder ${number}[^]*Lamp`));
  for (const word of shopper.person) assert(!JSON.stringify(order!.message).includes(word), word);
  await rests();
  customer.hasReadAll();
  const metrics = await (await fetch(`${url}/metrics`)).text();
  assert.match(metrics, /meetbot_telegram_sent_total\{outcome="sent"\} 3/);
});

test("an email shows cards without what they do not prove; a start link that names one proves nothing", async (t) => {
  const { telegram, shopper, rests } = await startTelegram(t);
  const customer = createCustomer(telegram);
  await customer.say(`/start ${shopper.orders[0]!.order_number}`);
  await customer.reads(1);
  await customer.say(`my orders, ${shopper.email}`);
  await rests();
  const said = JSON.stringify(customer.received());
  assert.match(said, /····/);
  for (const word of shopper.everything) assert(!said.includes(word), word);
});

test("commands of the menu are taps, in the language of the app", async (t) => {
  const { telegram } = await startTelegram(t, {}, undefined, { languages: ["en", "zh"] });
  const customer = createCustomer(telegram);
  telegram.chat(telegramId, customer.id).language = "zh-hans";
  await customer.say("/orders");
  const [question] = await customer.reads(1);
  assert.match(textOf(question!), /邮箱/);
});

test("an update that comes again and again is answered once; what is edited never", async (t) => {
  const { telegram, post, rests } = await startTelegram(t);
  const customer = createCustomer(telegram);
  await customer.say("hello");
  await customer.reads(1);
  const { body } = telegram.pushes[0]!;
  const statuses = await Promise.all([1, 2, 3].map(async () => (await post(body)).status));
  assert.deepEqual(statuses, [200, 200, 200]);
  const { message } = JSON.parse(body);
  await telegram.push(telegramId, customer.id, {
    edited_message: { ...message, edit_date: message.date + 5, text: "where is my order?" },
  });
  await customer.say("thank you");
  const [thanks] = await customer.reads(1);
  assert.match(textOf(thanks!), /welcome/i);
  await rests();
  customer.hasReadAll();
});

test("a group is left at once, and nobody is answered there", async (t) => {
  const { telegram, rests, run } = await startTelegram(t);
  const group = -100_200;
  await telegram.say(telegramId, group, "where is my order?");
  assert.equal(telegram.chat(telegramId, group).isIn, false);
  const added = { status: "member", user: { id: telegramId, is_bot: true, first_name: "A shop" } };
  telegram.chat(telegramId, group).isIn = true;
  await telegram.push(telegramId, group, {
    my_chat_member: {
      ...{ chat: { id: group, type: "supergroup", title: "All of you" }, date: 1_790_000_000 },
      ...{ from: { id: 5, is_bot: false, first_name: "Ada" } },
      ...{ old_chat_member: { ...added, status: "left" }, new_chat_member: added },
    },
  });
  assert.equal(telegram.chat(telegramId, group).isIn, false);
  await rests();
  assert.deepEqual(telegram.sent, []);
  assert.deepEqual(await run("select 1 from conversations"), []);
});

test("who waits long for the shop sees that the bot is writing, also where Telegram refuses to show it", async (t) => {
  const { promise: told, resolve: answer } = Promise.withResolvers<void>();
  t.after(() => answer());
  const { telegram, shopper, state } = await startTelegram(t, {}, ({ orders, packages }) => ({
    async orders(question) {
      await told;
      return orders(question);
    },
    packages,
  }));
  const customer = createCustomer(telegram);
  await customer.say(`show order ${shopper.orders[0]!.order_number}`);
  await eventually(soonMs, async () =>
    assert.deepEqual(telegram.actions, [{ bot: telegramId, chat: customer.id, action: "typing" }]),
  );
  answer();
  const [order] = await customer.reads(1);
  assert.match(textOf(order!), /^Your order \(Lamp/);
  assert.equal((await state())?.lastFailure, null);
});

test("a button of long ago works, and one that was made by hand does nothing but ask again", async (t) => {
  const { telegram, shopper, rests } = await startTelegram(t);
  const [customer, other] = [createCustomer(telegram), createCustomer(telegram)];
  await customer.say(`my orders, ${shopper.email}`);
  await rests();
  const all = customer.received();
  const shown = all.find((message) => buttonsOf(message).some((one) => one.callback_data));
  const button = buttonsOf(shown!).find(
    (one) => one.callback_data && !/^menu:/.test(one.callback_data),
  );
  const secret = payloadOf(shown!, button!.text);
  await customer.reads(all.length);
  await other.say("hello");
  await other.reads(1);
  // The first's choice, and what looks like an action, an account or a proof.
  const byHand = [
    secret,
    "account:yilia@shopper.example",
    "proved",
    "{}",
    "menu:__proto__",
    "x".repeat(64),
  ];
  for (const data of byHand) await other.tapByHand(data).taken;
  await other.say("thank you");
  await rests();
  const said = JSON.stringify(other.received());
  for (const word of shopper.everything) assert(!said.includes(word), word);
  assert.match(said, /welcome/i);
  await customer.tapByHand(secret).taken;
  await customer.reads(1);
});

test("contacts and names prove nothing, whoever's they are", async (t) => {
  const { telegram, shopper, rests } = await startTelegram(t);
  const customer = createCustomer(telegram);
  const contact = { phone_number: "+4915112345678", first_name: shopper.email };
  await customer.say({ contact: { ...contact, user_id: 99 } });
  await customer.say({ contact: { ...contact, user_id: customer.id } });
  await customer.say({
    contact: { ...contact, user_id: customer.id },
    forward_origin: {
      type: "user",
      date: 1,
      sender_user: { id: 99, is_bot: false, first_name: "B" },
    },
  });
  const from = {
    id: customer.id,
    is_bot: false,
    username: shopper.email,
    first_name: shopper.email,
  };
  await customer.say({ from, text: "my orders" });
  await rests();
  const said = JSON.stringify(customer.received());
  for (const word of shopper.everything) assert(!said.includes(word), word);
  assert.match(said, /text/);
});

test("signing in at the shop is offered as a button to its page, with a key for one use", async (t) => {
  const linkPage = "https://shop.example/link";
  const { telegram, shopper, rests } = await startTelegram(t, {}, undefined, { linkPage });
  const customer = createCustomer(telegram);
  await customer.say(`my orders, ${shopper.email}`);
  await rests();
  const offered = customer
    .received()
    .find((one) => buttonsOf(one).some(({ text }) => text === "Sign in at the shop"));
  await customer.tap(offered!, "Sign in at the shop").taken;
  await rests();
  const urls = customer.received().flatMap((one) => buttonsOf(one).flatMap(({ url }) => url ?? []));
  assert.equal(urls.length, 1);
  assert.match(urls[0]!, /^https:\/\/shop\.example\/link\?meetbot_link=[\w-]{20,}/);
});
