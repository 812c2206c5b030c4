import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { useShops } from "./open-shop.ts";

const startShop = useShops();

/** What stands above the field, and what stands in its place. */
const banner = (window: Locator) => window.locator(".banner", { hasText: waits });
const over = (window: Locator, words: string) => window.locator(".over", { hasText: words });

const waits = "No connection right now. What you write is sent later.";
const unavailable = "The chat is not available right now.";
const refused = "We could not confirm your sign-in.";

test("a page that the network leaves says so at once, and is back as soon as the network is", async (t) => {
  const shop = await startShop(t);
  const { page, launcher, window } = await shop.visit();
  await launcher.click();
  await window.getByText(/^Hi/).first().waitFor();
  // Time stands still: nothing comes back by trying again.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.context().setOffline(true);
  await banner(window).waitFor();
  await window.getByRole("textbox").fill("hello");
  await window.getByRole("textbox").press("Enter");
  await window.getByText("Sending…").waitFor({ state: "attached" });
  await page.context().setOffline(false);
  await banner(window).waitFor({ state: "detached" });
  await window.getByText("Sending…").waitFor({ state: "detached" });
  assert.deepEqual(await shop.count(), { conversations: 1, events: 2 });
});

test("a page that is told of a cut line believes it, though the stream still stands", async (t) => {
  const shop = await startShop(t);
  const { page, launcher, window } = await shop.visit();
  await launcher.click();
  await window.getByText(/^Hi/).first().waitFor();
  await page.route("**/events", (route) => route.abort());
  await page.evaluate(() => dispatchEvent(new Event("offline")));
  await banner(window).waitFor();
  await page.unroute("**/events");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await banner(window).waitFor({ state: "detached" });
});

test("a bot that is not known has no launcher, and the developer reads why", async (t) => {
  const shop = await startShop(t);
  const { page, told } = await shop.visit({ bot: "bot_nobody" });
  await eventually(5_000, async () =>
    assert.match(told.join("\n"), /^Meetbot: Bot bot_nobody does not talk/m),
  );
  assert.equal(await page.locator("meetbot-chat").count(), 0);
});

for (const [status, why] of [
  [403, "the page may no longer chat"],
  [404, "the bot is gone"],
] as const) {
  test(`where ${why} when the window opens, the chat is not available, and names whom to ask`, async (t) => {
    const shop = await startShop(t);
    await shop.bots.change(shop.botId, { contact: "help@shop.example" });
    const { page, launcher, window, told } = await shop.visit();
    await page.route("**/conversations", (route) =>
      route.fulfill({
        status,
        headers: { "access-control-allow-origin": "*" },
        json: { error: { code: "some_code", message: "Here is why." } },
      }),
    );
    await launcher.click();
    await over(window, unavailable).waitFor();
    await window.getByText("You reach the shop here: help@shop.example").waitFor();
    assert.equal(await window.getByRole("textbox").count(), 0);
    assert.equal(await window.getByRole("button", { name: "Go on as a guest" }).count(), 0);
    assert.match(told.join("\n"), /^Meetbot: Here is why\.$/m);
  });
}

test("a server in trouble is tried again, and the customer reads that what they write is sent later", async (t) => {
  const shop = await startShop(t);
  const { page, launcher, window } = await shop.visit();
  let isWell = false;
  await page.route("**/conversations", (route) =>
    isWell
      ? route.continue()
      : route.fulfill({ status: 503, headers: { "access-control-allow-origin": "*" } }),
  );
  await launcher.click();
  await banner(window).waitFor();
  await window.getByRole("textbox").fill("hello");
  await window.getByRole("textbox").press("Enter");
  isWell = true;
  await banner(window).waitFor({ state: "detached" });
  await window.getByText("Sending…").waitFor({ state: "detached" });
  assert.deepEqual(await shop.count(), { conversations: 1, events: 2 });
});

test("while a slow server opens the conversation, the customer reads so and can already write", async (t) => {
  const shop = await startShop(t);
  const { page, launcher, window } = await shop.visit();
  const held = Promise.withResolvers<void>();
  await page.route("**/conversations", async (route) => {
    await held.promise;
    await route.continue();
  });
  await launcher.click();
  await window.getByText("Connecting…").waitFor();
  await window.getByRole("textbox").fill("hello");
  await window.getByRole("textbox").press("Enter");
  await window.getByText("Sending…").waitFor({ state: "attached" });
  held.resolve();
  await window.getByText(/^Hi/).first().waitFor();
  await window.getByText("Sending…").waitFor({ state: "detached" });
  assert.deepEqual(await shop.count(), { conversations: 1, events: 2 });
});

test("a server that does not answer at all is given up, and asked again", async (t) => {
  const shop = await startShop(t);
  const hurry =
    "<script>{ patience = 300; const wait = AbortSignal.timeout; AbortSignal.timeout = (ms) => wait.call(AbortSignal, Math.min(ms, patience)) }</script>";
  const { page, launcher, window } = await shop.visit({ head: hurry });
  let asked = 0;
  await page.route("**/conversations", async (route) => {
    if (asked++ > 0) return route.continue();
    // The first is given up soon, and the next waits for a busy server too.
    await page.evaluate("patience = 60_000");
  });
  await launcher.click();
  await banner(window).waitFor();
  await window.getByText(/^Hi/).first().waitFor();
  assert.equal((await shop.count()).conversations, 1);
});

test("whose identity is refused can go on as a guest, until the page hands over a fresh one", async (t) => {
  const shop = await startShop(t);
  const ann = shop.identify("ann@shop.example");
  const { page, window, says } = await shop.visit({
    attributes: `data-identity="${ann}x"`,
  });
  await page.locator("meetbot-chat button").click();
  await over(window, refused).waitFor();
  assert.deepEqual(await shop.count(), { conversations: 0, events: 0 });

  await window.getByRole("button", { name: "Go on as a guest" }).click();
  await window.getByRole("textbox").waitFor();
  await over(window, refused).waitFor({ state: "detached" });
  await window.locator(".bot").first().waitFor();
  assert.equal((await shop.count()).conversations, 1);

  await says("identify", ann);
  await page.waitForResponse("**/conversations");
  await window.locator(".bot").first().waitFor();
  assert.equal((await shop.count()).conversations, 2);
});
