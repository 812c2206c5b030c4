import assert from "node:assert/strict";
import { test } from "node:test";
import pino from "pino";
import { startMailServer } from "../../../test/fixtures/mail-server.ts";
import { createSmtpMailer } from "../../mail/smtp-mailer.ts";
import {
  createUser,
  newMid,
  payloadOf,
  quickRepliesOf,
  startMessenger,
  templateOf,
  textOf,
} from "./messenger.fixture.ts";

test("Get Started is answered with the welcome, and its menu with what it offers", async (t) => {
  const { graph } = await startMessenger(t);
  const user = createUser(graph);
  await user.press("start");
  const [welcome] = await user.reads(1);
  assert.match(textOf(welcome!), /Meetbot Shop/);
  await user.tap(payloadOf(welcome!, "My orders"));
  const [question] = await user.reads(1);
  assert.equal(quickRepliesOf(question!)[0]?.content_type, "user_email");
  await graph.settled();
  user.hasReadAll();
});

test("a first message that is a question is answered, and not greeted first", async (t) => {
  const { graph, shopper } = await startMessenger(t);
  const user = createUser(graph);
  const { order_number: number } = shopper.orders[0]!;
  await user.write(`show order ${number}`);
  const [answer] = await user.reads(1);
  assert.match(textOf(answer!), new RegExp(`^Your order \\(Lamp.*\n\nOrder ${number}`));
  for (const word of shopper.person) assert(!JSON.stringify(answer).includes(word), word);
});

test("who taps in Chinese is answered in Chinese, and in what they write from then on", async (t) => {
  const { graph } = await startMessenger(t);
  const [one, other] = [createUser(graph), createUser(graph)];
  await one.act({
    postback: { mid: newMid(), title: "我的订单到哪儿了？", payload: "menu:orders" },
  });
  assert.match(textOf((await one.reads(1))[0]!), /邮箱/);
  await other.act({ postback: { mid: newMid(), title: "开始使用", payload: "start" } });
  assert.match(textOf((await other.reads(1))[0]!), /您好/);
  await other.write("thank you");
  assert.match(textOf((await other.reads(1))[0]!), /welcome/i);
  await other.act({ postback: { mid: newMid(), title: "帮助", payload: "menu:help" } });
  assert.doesNotMatch(textOf((await other.reads(1))[0]!), /\p{Script=Han}/u);
});

test("an email shows a masked list, a code by mail everything, and a receipt comes once", async (t) => {
  const mailServer = await startMailServer(t);
  const log = pino({ level: "silent" });
  const from = "orders@shop.example";
  const mailer = createSmtpMailer({ url: mailServer.url, from, log });
  const { graph, shopper } = await startMessenger(t, { mailer });
  const { email, orders } = shopper;
  const user = createUser(graph);
  await user.write("my orders");
  await user.reads(1);
  await user.act({ message: { mid: newMid(), text: email, quick_reply: { payload: email } } });
  const [list] = await user.reads(1);
  assert.match(textOf(list!), /\n\n1\. Order ····.*\n2\. Order ····[^\n]*$/);
  for (const word of shopper.person) assert(!JSON.stringify(list).includes(word), word);

  await user.tap(payloadOf(list!, "Get a code by email"));
  await user.reads(1);
  await user.write(mailServer.codeFor(email));
  const [proved] = await user.reads(1);
  assert.match(textOf(proved!), /:\n\n1\. Lamp .*\n2\. Lamp .*$/);

  const receipts = () =>
    user.received().filter(({ message }) => JSON.stringify(message).includes('"receipt"'));
  await user.write(`show order ${orders[0]!.order_number}`);
  await user.reads(3);
  assert.deepEqual(
    receipts().map((message) => templateOf(message).recipient_name),
    [orders[0]!.recipient_name],
  );
  await user.write(`show order ${orders[0]!.order_number}`);
  await user.reads(1);
  assert.equal(receipts().length, 1);
  await graph.settled();
  user.hasReadAll();
});
