import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { createTellByWebPush } from "../../meetbot/src/features/customer-updates/ways/tell-by-web-push.ts";
import { startPushService } from "../../meetbot/src/platform/web-push/push-service.fixture.ts";
import { startTestServer } from "../../meetbot/src/server/server.fixture.ts";
import { bot } from "../../meetbot/src/store/store.fixture.ts";
import { ada } from "../../meetbot/src/store/waiting/waiting.fixture.ts";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { parseAllowList } from "../../network/src/addresses/allow-list.ts";
import { createEndpointGuard } from "../../network/src/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "../../network/src/exchange/merchant-agent.ts";
import { deliver, standIn } from "./pushed-page.ts";
import { prepareWatchedPages } from "./watched-page.ts";

const openPage = prepareWatchedPages();
const publicUrl = "https://bots.example";

const says = {
  offer: "Also tell me when this page is closed",
  on: "This browser tells you, also when this page is closed.",
  told: "Your parcel is out for delivery.",
} as const;

/** A chat in which it was said that the customer is kept posted. */
async function openKept(t: TestContext, isShop = false) {
  const service = await startPushService(t);
  const pushServices = () => parseAllowList([service.host]);
  const server = await startTestServer(t, {
    ...{ publicUrl, pushServices },
    ownOrigins: (port) => [`http://127.0.0.1:${port}`],
  });
  const { store, run } = server;
  const { page, told } = await openPage(t);
  await standIn(page, service);
  const siteUrl = await serveShop(t, server.url);
  await store.bots.change(bot.id, { origins: [siteUrl] });
  await page.goto(isShop ? siteUrl : `${server.url}/chat/${bot.id}`);
  await page.getByRole("textbox").waitFor();
  await eventually(15_000, async () =>
    assert.equal((await run("select from messages where direction = 'out'")).length > 0, true),
  );
  const [row] = await run("select conversation_id as id from conversations");
  const ref = { botId: bot.id, conversationId: String(row?.id) };
  const said = await store.desk.say(ref, {
    ...ada,
    reply: () => ({
      ...{ kind: "text", text: "We keep you posted.", notifies: true, locale: "en" },
      person: { name: "Ada" },
    }),
    writeKey: "posted",
    opening: () => null,
  });
  assert.equal(said.outcome, "done");
  store.hints.give(ref);
  const guard = createEndpointGuard({ allow: pushServices, ownPort: 0 });
  const agent = createMerchantAgent(guard);
  t.after(() => agent.close());
  const botOf = async () => bot;
  const tell = createTellByWebPush({ ...store, botOf, agent, publicUrl, now: Date.now });
  return { ...server, service, page, told, ref, tell };
}

/** A page of a shop with the chat's tag, and the worker that the guide shows. */
async function serveShop(t: TestContext, api: string): Promise<string> {
  const page = `<!doctype html><link rel="icon" href="data:,"><script async src="${api}/widget/loader.js"
    data-bot="${bot.id}" data-open data-worker="/meetbot-worker.js"></script>`;
  const worker = `importScripts("${api}/widget/news-worker.js");`;
  const site = createServer(({ url }, response) => {
    const isWorker = url === "/meetbot-worker.js";
    response.setHeader("content-type", isWorker ? "text/javascript" : "text/html");
    response.end(isWorker ? worker : page);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    site.closeAllConnections();
    site.close();
  });
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}

test("who taps is told with the page closed, and nobody is asked before", async (t) => {
  const { page, told, service, store, ref, tell } = await openKept(t);
  await page.context().grantPermissions(["notifications"]);
  const offer = page.getByRole("button", { name: says.offer });
  await offer.waitFor();
  assert.equal(await page.evaluate("asked"), 0);
  assert.deepEqual(await store.ways.devicesOf(ref), []);
  await offer.click();
  await page.getByText(says.on).first().waitFor();
  assert.equal(await page.evaluate("asked"), 1);
  assert.equal((await store.ways.devicesOf(ref)).length, 1);

  const news = { ...ref, pushId: "p", thread: "ab".repeat(32), of: "package", ttlS: 60 } as const;
  assert.deepEqual(await tell({ ...news, status: "out_for_delivery" }), { kind: "sent" });
  assert.deepEqual(service.faults, []);
  const worker = page.context().serviceWorkers()[0]!;
  assert.equal(new URL(worker.url()).pathname, "/widget/news-worker.js");
  await deliver(page, JSON.stringify(service.shown[0]!.news));
  const shown = () =>
    worker.evaluate(async () => {
      const { registration } = globalThis as unknown as {
        registration: ServiceWorkerRegistration;
      };
      return (await registration.getNotifications()).map(({ title, body }) => [title, body]);
    });
  await eventually(15_000, async () => assert.deepEqual(await shown(), [[bot.name, says.told]]));
  // What is none of ours is nothing to our worker.
  await deliver(page, "not ours");
  assert.equal((await shown()).length, 1);
  assert.deepEqual(told, []);
});

test("a shop's page tells by the shop's own worker, which has one line of ours", async (t) => {
  const { page, service, store, ref, tell, told } = await openKept(t, true);
  const { origin } = new URL(page.url());
  await page.context().grantPermissions(["notifications"], { origin });
  await page.getByRole("button", { name: says.offer }).click();
  await page.getByText(says.on).first().waitFor();
  assert.equal((await store.ways.devicesOf(ref)).length, 1);
  const worker = page.context().serviceWorkers()[0]!;
  assert.equal(worker.url(), `${origin}/meetbot-worker.js`);
  const news = { ...ref, pushId: "p", thread: "ab".repeat(32), of: "package", ttlS: 60 } as const;
  await tell({ ...news, status: "out_for_delivery" });
  await deliver(page, JSON.stringify(service.shown[0]!.news));
  await eventually(15_000, async () =>
    assert.deepEqual(
      await worker.evaluate(async () => {
        const { registration } = globalThis as unknown as {
          registration: ServiceWorkerRegistration;
        };
        const shown = await registration.getNotifications();
        return [registration.scope, ...shown.map(({ body }) => body)];
      }),
      [`${origin}/meetbot-news/${bot.id}/`, says.told],
    ),
  );
  assert.deepEqual(told, []);
});

test("who refuses is told where to change that, and nothing is kept", async (t) => {
  const { page, store, ref } = await openKept(t);
  await page.evaluate(() => {
    Notification.requestPermission = async () => "denied";
  });
  await page.getByRole("button", { name: says.offer }).click();
  await page
    .getByText(/Your browser does not allow it/)
    .first()
    .waitFor();
  assert.deepEqual(await store.ways.devicesOf(ref), []);
});
