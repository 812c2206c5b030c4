import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { startDemoStore } from "@meetbot/demo-store";
import { newSecret } from "@meetbot/protocol";
import { createBrowser } from "../../../../../examples/demo-store/test/browser.ts";
import { eventually } from "../../../test/fixtures/eventually.ts";
import type { Store } from "../../store/store.ts";
import * as messenger from "./messenger.fixture.ts";
import * as telegram from "./telegram.fixture.ts";

const soonMs = 60_000;

/** The demo store in the place of a bot's shop, with an order that is paid for and not sent yet. */
async function openStore(t: TestContext, server: { url: string; store: Store }, botId: string) {
  const { bots, usage } = server.store;
  const [signingSecret = ""] = (await bots.secretsOf(botId))?.signingSecrets ?? [];
  const secret = newSecret();
  await bots.rotateSecret(botId, { kind: "push", secret, overlapS: 0, force: false });
  // Customers are offered it where their shop has pushed before.
  await usage.note(botId, { kind: "push", name: "before" });
  const shop = await startDemoStore({
    ...{ port: 0, signingSecret, databaseFile: ":memory:" },
    news: { url: server.url, botId, secret },
  });
  t.after(() => shop.close());
  const accent = "#123456";
  await bots.change(botId, { endpoint: shop.webhookUrl, timeZone: zoneAtNoon(), accent });
  // What the node remembers of the bot is as new as what it shows of it.
  await eventually(soonMs, async () => {
    const look = await fetch(`${server.url}/chat/${botId}/look`);
    assert.match(await look.text(), new RegExp(accent));
  });
  const shopper = createBrowser(shop.url);
  const bought = { sku: "teapot", email: "lena@posteo.net", name: "Lena Koch" };
  const { location } = await shopper.submit("/orders", bought);
  const take = (step: string) => shopper.submit(location, { step });
  await take("pay");
  return { take, orderNumber: location.split("/").at(-1) ?? "" };
}

/** Returns a time zone where it is noon now, because no customer gets an update at night. */
function zoneAtNoon(): string {
  const west = new Date().getUTCHours() - 12;
  return west === 0 ? "UTC" : `Etc/GMT${west > 0 ? "+" : ""}${west}`;
}

/** Of all that was said, what speaks of the parcel's way, in its order. */
const toldOf = (texts: readonly string[]) =>
  texts.filter((text) => /^Your order .*(?:in transit|delivered)/.test(text));

test("a customer on Messenger is told within its window as the demo store ships and delivers", async (t) => {
  const server = await messenger.startMessenger(t);
  const { take, orderNumber } = await openStore(t, server, messenger.botId);
  const user = messenger.createUser(server.graph);
  await user.write(`where is my order ${orderNumber}?`);
  const keep = await eventually(soonMs, async () => {
    const last = user.received().at(-1);
    assert(last);
    return messenger.payloadOf(last, "Keep me posted");
  });
  await user.tap(keep);
  const texts = () => user.received().map(messenger.textOf);
  await eventually(soonMs, async () => assert(texts().some((text) => /STOP/.test(text))));
  const before = texts().length;
  const told = () => toldOf(texts().slice(before));
  await take("ship");
  await eventually(soonMs, async () => assert.equal(told().length, 1, JSON.stringify(texts())));
  await take("deliver");
  await eventually(soonMs, async () => assert.equal(told().length, 2, JSON.stringify(texts())));
  assert.match(told()[1] ?? "", /delivered/);
});

test("a customer on Telegram is told as the demo store ships and delivers", async (t) => {
  const server = await telegram.startTelegram(t);
  const { take, orderNumber } = await openStore(t, server, telegram.botId);
  const customer = telegram.createCustomer(server.telegram);
  await customer.say(`where is my order ${orderNumber}?`);
  const shown = await eventually(soonMs, async () => {
    const last = customer.received().at(-1);
    assert(last && telegram.payloadOf(last, "Keep me posted"));
    return last;
  });
  customer.tap(shown, "Keep me posted");
  const texts = () => customer.received().map(telegram.textOf);
  await eventually(soonMs, async () => assert(texts().some((text) => /STOP/.test(text))));
  const before = texts().length;
  const told = () => toldOf(texts().slice(before));
  await take("ship");
  await eventually(soonMs, async () => assert.equal(told().length, 1, JSON.stringify(texts())));
  await take("deliver");
  await eventually(soonMs, async () => assert.equal(told().length, 2, JSON.stringify(texts())));
  assert.match(told()[1] ?? "", /delivered/);
});
