import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { profileOf } from "../src/channels/messenger/page/profile.ts";
import type { GraphMessage } from "../src/channels/messenger/rendering/graph-message.ts";
import { render } from "../src/channels/messenger/rendering/render.ts";
import { startGraphSimulator } from "../src/graph-simulator/start-graph-simulator.ts";
import { findPeers, leftOut } from "./messenger-peers/peers.ts";

/** What is used of `MessengerClient`. */
interface Client {
  sendText(psid: string, text: string, options?: object): Promise<unknown>;
  sendMessage(psid: string, message: object, options?: object): Promise<unknown>;
  sendReceiptTemplate(psid: string, receipt: object): Promise<unknown>;
  sendGenericTemplate(psid: string, elements: object[]): Promise<unknown>;
  sendButtonTemplate(psid: string, text: string, buttons: object[]): Promise<unknown>;
  typingOn(psid: string): Promise<unknown>;
  setGetStarted(payload: string): Promise<unknown>;
  setPersistentMenu(menu: object[]): Promise<unknown>;
  setGreeting(greeting: object[]): Promise<unknown>;
  getPageInfo(): Promise<{ id: string; name: string }>;
}
interface Peer {
  MessengerClient: new (options: object) => Client;
}

const peers = findPeers();
const app = { id: "1517776481860111", secret: "an app secret" };
const page = { id: "1029384756", name: "A shop", token: "a page token" };
const user = "5647382910";

describe("messaging-api-messenger, which others wrote, at the simulated Graph", {
  skip: peers === null && leftOut,
}, () => {
  async function start(context: { after(end: () => Promise<void>): void }) {
    const { MessengerClient }: Peer = createRequire(`${peers}/`)("messaging-api-messenger");
    const simulator = await startGraphSimulator({ app, pages: [page] });
    context.after(() => simulator.close());
    await simulator.act(page.id, user, { message: { mid: "m1", text: "hi" } });
    const client = new MessengerClient({
      accessToken: page.token,
      appId: app.id,
      appSecret: app.secret,
      version: "25.0",
      origin: simulator.url,
    });
    return { client, simulator };
  }

  test("each of its calls is taken", async (context) => {
    const { client, simulator } = await start(context);
    const button = { type: "postback", title: "My orders", payload: "menu:orders" };
    const sent = await client.sendText(user, "hello");
    assert.deepEqual(sent, { recipientId: user, messageId: "m_simulated-1" });
    await client.sendGenericTemplate(user, [{ title: "A", subtitle: "B", buttons: [button] }]);
    await client.sendButtonTemplate(user, "What next?", [button]);
    await client.typingOn(user);
    await client.setGetStarted("start");
    await client.setGreeting([{ locale: "default", text: "Hi" }]);
    await client.setPersistentMenu([{ locale: "default", callToActions: [button] }]);
    assert.equal((await client.getPageInfo()).id, page.id);
    assert.equal(simulator.sent.length, 3);
    assert.deepEqual(Object.keys(simulator.page(page.id).profile), [
      "get_started",
      "greeting",
      "persistent_menu",
    ]);
  });

  test("its calls are refused with Meta's own codes", async (context) => {
    const { client, simulator } = await start(context);
    const refusal = (call: Promise<unknown>) =>
      call.then(
        () => "taken",
        (error: Error) => error.message,
      );
    simulator.user(page.id, user).lastActAtMs = 0;
    assert.match(await refusal(client.sendText(user, "late")), /outside of allowed window/);
    assert.match(await refusal(client.sendText("nobody", "hello")), /No matching user found/);
    simulator.user(page.id, user).lastActAtMs = Date.now();
    assert.match(await refusal(client.sendText(user, "x".repeat(2000))), /Length of param/);
  });

  test("what Meetbot renders is taken from it as from Meetbot", async (context) => {
    const { client, simulator } = await start(context);
    const order = {
      recipient_name: "Stephane Crozatier",
      order_number: "12345678902",
      currency: "USD",
      payment_method: "Visa 2345",
      order_url: "https://shop.example/order?order_id=123456",
      timestamp: "1428444852",
      status: "unpaid",
      summary: { subtotal: 75, total_cost: 56.14 },
      elements: [{ title: "Classic White T-Shirt", quantity: 2, price: 50 }],
    };
    const choices = [{ title: "Where is it?", payload: "token" }];
    const { messages } = render(
      { kind: "orders", locale: "en", orders: [order], choices },
      { timeZone: "UTC" },
    );
    for (const message of messages) await client.sendMessage(user, camelCased(message));
    assert.deepEqual(
      simulator.sent.map(({ message }) => message),
      messages,
    );
    const profile = profileOf({
      name: "A shop",
      locale: "en",
      languages: ["en", "zh"],
      menu: ["orders"],
    });
    const { persistentMenu } = camelCased(profile) as { persistentMenu: object[] };
    await client.setGetStarted("start");
    await client.setPersistentMenu(persistentMenu);
    const { get_started, persistent_menu } = profile;
    assert.deepEqual(simulator.page(page.id).profile, { get_started, persistent_menu });
  });
});

/** The client takes camel case and writes snake case. */
function camelCased(value: GraphMessage | object): object {
  const renamed = JSON.stringify(value).replace(/"(\w+)":/g, (_, key: string) => {
    return `"${key.replace(/_(\w)/g, (__, letter: string) => letter.toUpperCase())}":`;
  });
  return JSON.parse(renamed);
}
