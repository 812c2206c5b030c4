import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openConversation, openTestStore, textEvent } from "../../../store/store.fixture.ts";
import { takeTurnWith } from "../../../store/waiting/waiting.fixture.ts";
import { maxCustomerDevices } from "./customer-devices.ts";

const browser = (name: string) => ({
  endpoint: `https://push.example/${name}`,
  p256dh: "p",
  auth: "a",
});
const email = "yilia@meetbot.biz";

const subscribe = `
  insert into subscriptions (bot_id, subscription_id, conversation_id, scope, lookup, sealed, source, wording, locale)
  values ($1, 's', $2, 'order', '\\x01', '\\x01', 'choice', 1, 'en')`;

test("a bot's keys are its own, and the same for whoever asks", async (t) => {
  const { store } = await openTestStore(t);
  await store.bots.create({ ...bot, id: "bot_2" }, { signingSecret: "s", identitySecret: "i" });
  const all = await Promise.all(Array.from({ length: 4 }, () => store.ways.keysOf(bot.id)));
  assert.equal(new Set(all.map(({ publicKey }) => publicKey)).size, 1);
  assert.notEqual((await store.ways.keysOf("bot_2")).publicKey, all[0]?.publicKey);
});

test("of two hundred browsers of one conversation the last five are told; where is sealed", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  for (let nth = 0; nth < 200; nth += 4) {
    await Promise.all(
      Array.from({ length: 4 }, (_, n) => store.ways.storeDevice(ref, browser(`${nth + n}`))),
    );
  }
  assert.equal((await store.ways.devicesOf(ref)).length, maxCustomerDevices);
  await store.ways.storeDevice(ref, browser("last"));
  const kept = (await store.ways.devicesOf(ref)).map(({ subscription }) => subscription.endpoint);
  assert.equal(kept.length, maxCustomerDevices);
  assert.ok(kept.includes("https://push.example/last"));
  const rows = await run("select sealed, endpoint_hash from customer_devices");
  for (const cell of rows.flatMap((row) => Object.values(row) as Buffer[])) {
    assert.doesNotMatch(cell.toString("latin1"), /push\.example/);
  }
});

test("a browser is told by the conversation that it was kept for last; others take only their own away", async (t) => {
  const { store } = await openTestStore(t);
  const one = await openConversation(store, { conversationId: "one" });
  const other = await openConversation(store, { conversationId: "other" });
  await store.ways.storeDevice(one, browser("a"));
  await store.ways.forgetDevice(other, browser("a"));
  assert.equal((await store.ways.devicesOf(one)).length, 1);
  // A caller with the endpoint but not its keys takes over no device.
  await store.ways.storeDevice(other, { ...browser("a"), auth: "guessed" });
  assert.equal((await store.ways.devicesOf(one)).length, 1);
  await store.ways.storeDevice(other, browser("a"));
  assert.deepEqual(await store.ways.devicesOf(one), []);
  assert.equal((await store.ways.devicesOf(other)).length, 2);
  assert.equal(
    await store.ways.storeDevice({ ...one, conversationId: "gone" }, browser("a")),
    false,
  );
});

test("a proved mailbox is kept where news are told, sealed, and goes with its customer", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, { newsEmail: { email, begins: false } });
  assert.equal(await store.ways.newsEmailOf(ref), null);
  await run(subscribe, [ref.botId, ref.conversationId]);
  await store.mailbox.enqueue(ref, textEvent("code"));
  await takeTurnWith(store, ref, { newsEmail: { email, begins: false } });
  assert.deepEqual(await store.ways.newsEmailOf(ref), { email, isElsewhere: false });
  const [row] = await run("select sealed, lookup from news_emails");
  for (const cell of Object.values(row!) as Buffer[]) {
    assert.doesNotMatch(cell.toString("latin1"), /yilia/i);
  }
  assert.equal(await store.forgetCustomer(" Yilia@Meetbot.biz"), 1);
  assert.deepEqual(await run("select from news_emails"), []);
});

test("who ended mails is mailed again only when they ask anew to be told", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, { newsEmail: { email, begins: true } });
  await run(subscribe, [ref.botId, ref.conversationId]);
  await store.ways.endNewsEmail(ref, "unsubscribed");
  await store.mailbox.enqueue(ref, textEvent("code"));
  await takeTurnWith(store, ref, { newsEmail: { email, begins: false } });
  assert.equal(await store.ways.newsEmailOf(ref), null);
  await store.mailbox.enqueue(ref, textEvent("again"));
  await takeTurnWith(store, ref, { newsEmail: { email, begins: true } });
  assert.equal((await store.ways.newsEmailOf(ref))?.email, email);
});

test("with all that a conversation is told of, its mailbox goes too", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, { newsEmail: { email, begins: true } });
  await store.mailbox.enqueue(ref, textEvent("stop"));
  await takeTurnWith(store, ref, { subscription: { kind: "end", by: "stop_word" } });
  assert.deepEqual(await run("select from news_emails"), []);
});

test("a token ends mails of one conversation of one bot, and no other reads as one", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  const token = await store.ways.stopTokenOf(ref);
  assert.deepEqual(await store.ways.readStopToken(bot.id, token), ref);
  assert.equal(await store.ways.readStopToken("bot_2", token), null);
  const mark = token.slice(token.lastIndexOf("."));
  for (const none of [
    `other${mark}`,
    mark,
    token.slice(0, -1),
    "",
    ".",
    `\0${token}`,
    "a".repeat(1e6),
  ]) {
    assert.equal(await store.ways.readStopToken(bot.id, none), null, none.slice(0, 40));
  }
});
