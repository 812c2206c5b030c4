import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { useShops } from "./open-shop.ts";

// A page takes the chat off, for a customer who took their consent back or for a page of its own, and may do so
// at any moment: while the window is still on its way, or with messages that were not seen.

const startShop = useShops();

test("a chat that is taken off leaves the page's title as the page has it, also when its tab is looked at again", async (t) => {
  const shop = await startShop(t);
  const { page, says } = await shop.visit();
  await says("send", "hello");
  await says("close");
  await page.waitForFunction("/^\\(\\d+\\) Shop$/.test(document.title)");
  await says("shutdown");
  await page.waitForFunction("document.title === 'Shop'");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  assert.equal(await page.title(), "Shop");
});

test("a chat that is taken off while its window is on its way asks the server for nothing", async (t) => {
  const shop = await startShop(t);
  const head =
    "<script>{ const ask = fetch; window.fetched = []; window.fetch = (url, how) => { fetched.push(url); return ask(url, how); } }</script>";
  const { page, says } = await shop.visit({ bot: "", head });
  const held = Promise.withResolvers<void>();
  const wanted = page.waitForRequest("**/widget/app.js*");
  await page.route("**/widget/app.js*", (route) => held.promise.then(() => route.continue()));
  await says("boot", { bot: shop.botId, open: "" });
  await wanted;
  await says("shutdown");
  held.resolve();
  // What the chat does when its file is there, it has done a task later.
  const fetched = await page.evaluate(async (file) => {
    await import(file);
    await new Promise((done) => setTimeout(done));
    return (window as unknown as { fetched: string[] }).fetched;
  }, `${shop.url}/widget/app.js`);
  assert.equal(fetched.length, 1, fetched.join(" "));
  assert.match(fetched[0]!, /\/look\?/);
});

test("what is said to a chat goes to that one, though one that was taken off is loaded first", async (t) => {
  const shop = await startShop(t);
  const { page, says, window } = await shop.visit({ bot: "" });
  const held = Promise.withResolvers<void>();
  const wanted = page.waitForRequest("**/widget/app.js*");
  await page.route("**/widget/app.js*", (route) => held.promise.then(() => route.continue()));
  await says("boot", { bot: shop.botId });
  await says("open");
  await wanted;
  await says("shutdown");
  await says("boot", { bot: shop.botId, locale: "zh" });
  await says("send", "你好");
  held.resolve();
  await window.getByText("你好", { exact: true }).first().waitFor();
  assert.equal(await page.locator("meetbot-chat").count(), 1);
  assert.deepEqual(await shop.count(), { conversations: 1, events: 2 });
});

test("listeners of the page that throw, and a boot that names nothing, hold up nothing of the chat", async (t) => {
  const shop = await startShop(t);
  const head = `<script>window.Meetbot=function(){(Meetbot.q=Meetbot.q||[]).push(arguments)};
    window.events = 0;
    Meetbot("boot");
    for (const event of ["open", "close", "unread"]) Meetbot("on", event, () => { events++; throw new Error("the page's own"); });
    Meetbot("on", "open");</script>`;
  const { page, window, launcher, says } = await shop.visit({ head });
  await says("boot", { bot: shop.botId });
  await says("send", "hello");
  await says("close");
  await page.waitForFunction("/^\\(\\d+\\) Shop$/.test(document.title)");
  await launcher.click();
  await window.getByText("hello", { exact: true }).first().waitFor();
  const entries = await window.locator(".entry").count();
  await window.getByRole("textbox").fill("help");
  await window.getByRole("textbox").press("Enter");
  await window.getByText("help", { exact: true }).first().waitFor();
  await eventually(5_000, async () =>
    assert.ok((await window.locator(".entry").count()) > entries),
  );
  assert.equal(await page.evaluate("events >= 3"), true);
  assert.deepEqual(await shop.count(), { conversations: 1, events: 3 });
});

test("where the browser's storage is blocked, an update goes on with the conversation all the same", async (t) => {
  const shop = await startShop(t);
  const head = `<script>Object.defineProperty(window, "localStorage", { get() { throw new DOMException("Blocked.", "SecurityError"); } })</script>`;
  const { window, says } = await shop.visit({ head });
  await says("send", "hello");
  await window.getByText("hello", { exact: true }).first().waitFor();
  await eventually(5_000, async () => assert.equal((await shop.count()).events, 2));
  await says("update", { scheme: "dark" });
  await eventually(5_000, async () => assert.match((await window.getAttribute("class"))!, /dark/));
  await window.getByText("hello", { exact: true }).first().waitFor();
  assert.deepEqual(await shop.count(), { conversations: 1, events: 2 });
});
