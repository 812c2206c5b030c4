import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { startDemoStore } from "@meetbot/demo-store";
import { startPushService } from "../../meetbot/src/platform/web-push/push-service.fixture.ts";
import { startTestServer } from "../../meetbot/src/server/server.fixture.ts";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { parseAllowList } from "../../network/src/addresses/allow-list.ts";
import { deliver, standIn } from "./pushed-page.ts";
import { prepareWatchedPages } from "./watched-page.ts";

const openPage = prepareWatchedPages();

/** A time zone where it is day whenever this test runs: Meetbot sends no customer updates at night. */
const ahead = 12 - new Date().getUTCHours();
const timezoneId = `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;

/** What a worker shows, and where a tap on it leads: a browser without a screen has nothing to tap on. */
interface NewsWorker {
  registration: ServiceWorkerRegistration;
  clients: { openWindow(url: string): Promise<null> };
  dispatchEvent(event: Event): void;
  NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
}

test("a customer orders, asks to be told, closes the shop, and sees in the browser that it was shipped", async (t) => {
  const service = await startPushService(t);
  const places: string[] = [];
  const { url, store } = await startTestServer(t, {
    publicUrl: "https://bots.example",
    pushServices: () => parseAllowList([service.host]),
    outboundAllow: () => parseAllowList(places),
  });
  const { bot, secrets } = newBot({ name: "Lantern Street", endpoint: "http://127.0.0.1:1/" });
  await store.bots.create(bot, secrets);
  const { signingSecret, identitySecret, pushSecret } = secrets;
  const place = { url, botId: bot.id };
  const shop = await startDemoStore({
    ...{ port: 0, databaseFile: ":memory:", signingSecret, chat: place },
    identity: { botId: bot.id, secret: identitySecret },
    news: { ...place, secret: pushSecret },
  });
  t.after(shop.close);
  places.push(new URL(shop.url).host);
  await store.bots.change(bot.id, { endpoint: shop.webhookUrl, origins: [shop.url] });
  await eventually(15_000, async () => assert.ok(await store.pushes.hasPushes(bot.id)));

  const { page, told } = await openPage(t, { timezoneId });
  const context = page.context();
  await context.grantPermissions(["notifications"], { origin: shop.url });
  await standIn(page, service);
  await page.goto(`${shop.url}/demo/visit?as=guest`);
  await page.locator('a[href="/products/teapot"]').first().click();
  await page.locator("input[name=email]").fill("lena@posteo.net");
  await page.locator("input[name=name]").fill("Lena Koch");
  await page.locator('form[action="/orders"] button').click();
  await page.getByRole("button", { name: /^Pay/ }).click();
  const order = page.url();
  const number = order.split("/").at(-1);
  await page.getByRole("button", { name: /Lantern Street/ }).click();
  const field = page.getByRole("textbox", { name: /message/i });
  await field.fill(`where is my order ${number}?`);
  await field.press("Enter");
  await page.getByRole("button", { name: "Keep me posted" }).click();
  await page.getByRole("button", { name: "Also tell me when this page is closed" }).click();
  await page.getByText("This browser tells you").first().waitFor();
  const worker = context.serviceWorkers()[0]!;
  assert.equal(worker.url(), `${shop.url}/meetbot-worker.js`);

  const merchant = await context.newPage();
  await page.close();
  await merchant.goto(order);
  await merchant.getByRole("button", { name: /^Ship/ }).click();
  await service.until(1);
  assert.deepEqual(service.faults, []);
  await deliver(merchant, JSON.stringify(service.shown[0]!.news));
  const shown = await eventually(15_000, async () => {
    const [title] = await worker.evaluate(async () => {
      const { registration } = globalThis as unknown as NewsWorker;
      return (await registration.getNotifications()).map(({ title, body }) => `${title}: ${body}`);
    });
    assert.ok(title);
    return title;
  });
  assert.equal(shown, "Lantern Street: Your parcel is on its way.");

  const led = await worker.evaluate(async () => {
    const own = globalThis as unknown as NewsWorker;
    const [notification] = await own.registration.getNotifications();
    let led = "";
    own.clients.openWindow = async (url) => {
      led = url;
      return null;
    };
    const click = new own.NotificationEvent("notificationclick", { notification: notification! });
    own.dispatchEvent(click);
    await new Promise<void>((resolve) => queueMicrotask(resolve));
    return led;
  });
  const opened = await context.newPage();
  await opened.goto(new URL(led, shop.url).href);
  await opened
    .getByRole("dialog")
    .getByText(/^Your order .* is in transit with/)
    .waitFor();
  assert.deepEqual(told, []);
});
