import assert from "node:assert/strict";
import { test } from "node:test";
import { languages, loadWindowLanguage, say } from "@meetbot/presentation";
import type { Page } from "playwright-core";
import { startChatServer } from "./chat-server.ts";
import { findFaults } from "./find-faults.ts";
import { prepareWatchedPages } from "./watched-page.ts";

const openPage = prepareWatchedPages();
const cup = "my cup is broken";
const again = "hello again";
const name = "Lantern Street";
const shots = process.env.MEETBOT_SHOTS;
const shoot = async (page: Page, file: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${file}.png` });
};

test("a mail's link goes on with the chat on a phone, once, by its button", async (t) => {
  const server = await startChatServer(t);
  const chat = `${server.url}/chat/${server.botId}`;
  const desktop = await openPage(t);
  await desktop.page.goto(chat);
  await write(desktop.page, cup);
  await desktop.page.locator(".entry.bot").nth(1).waitFor();
  const link = await server.returnLink();

  // Mail scanners and previews open it before anybody else does.
  for (const method of ["GET", "HEAD", "GET"]) {
    const headers = { "sec-purpose": "prefetch;prerender", "accept-language": "en-US" };
    assert.equal((await fetch(link, { method, headers })).status, 200);
  }

  const look = { viewport: { width: 375, height: 700 }, hasTouch: true };
  const phone = await openPage(t, look);
  const late = await openPage(t, look);
  for (const { page } of [phone, late]) {
    await page.goto(link);
    await page.getByRole("heading", { name: say("en", "returnTitle") }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), languages.en.cards.tag);
    assert.deepEqual(await findFaults(page), []);
    assert.equal(await isTooWide(page), false);
  }
  await shoot(phone.page, "return");
  await goOn(phone.page);
  await phone.page.waitForURL(chat);
  await phone.page.locator(".entry.customer", { hasText: cup }).waitFor();
  await phone.page.locator(".entry.bot", { hasText: say("en", "backInChat") }).waitFor();
  await write(phone.page, again);
  await phone.page.locator(".entry.customer:not(:has(.sending))", { hasText: again }).waitFor();
  await phone.page.reload();
  await phone.page.locator(".entry.customer", { hasText: again }).waitFor();
  assert.equal((await server.count()).conversations, 1, "none was opened beside it");

  await shoot(phone.page, "returned");

  // Where it was open before, it ends.
  const { words } = await loadWindowLanguage("en");
  await desktop.page.getByText(words.ended).first().waitFor();

  // Customers who had the page open, and those who open it now, see what to do.
  await goOn(late.page);
  const fresh = await openPage(t, look);
  assert.equal((await fresh.page.goto(link))?.status(), 404);
  for (const { page } of [late, fresh]) {
    await page.getByText(say("en", "returnGone")).waitFor();
    assert.equal(await page.getByRole("button").count(), 0);
    assert.deepEqual(await findFaults(page), []);
    assert.equal(await isTooWide(page), false);
  }
  await shoot(fresh.page, "return-gone");
  await fresh.page.getByRole("link", { name: say("en", "returnNew") }).tap();
  await fresh.page.waitForURL(chat);
  await write(fresh.page, "hello");
  await fresh.page.locator(".entry.bot").nth(1).waitFor();
  assert.equal(await fresh.page.getByText(cup).count(), 0);
  assert.equal((await server.count()).conversations, 2);

  assert.deepEqual(phone.told, []);
  for (const { told } of [desktop, late, fresh]) {
    assert.deepEqual(
      told.filter((line) => !/status of (401|404|410)/.test(line)),
      [],
    );
  }
});

test("a mail's link is a page in the browser's language, and fits a phone, also once it is used up", async (t) => {
  const server = await startChatServer(t);
  const look = { locale: "zh-CN", viewport: { width: 320, height: 640 }, hasTouch: true };
  const { page } = await openPage(t, look);
  await page.goto(`${server.url}/chat/${server.botId}`);
  await page.locator(".entry.bot").first().waitFor();
  const link = await server.returnLink();
  await page.goto(link);
  await page.getByRole("heading", { name: say("zh", "returnTitle") }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), languages.zh.cards.tag);
  assert.equal(await isTooWide(page), false);
  await page.getByRole("button", { name: say("zh", "replyMailLink") }).tap();
  await page.getByRole("main").getByRole("textbox").waitFor();
  await page.goto(link);
  await page.getByText(say("zh", "returnGone")).waitFor();
  assert.equal(await isTooWide(page), false);
});

test("where the server is away for a moment, the button can be pressed again", async (t) => {
  const server = await startChatServer(t);
  const first = await openPage(t);
  await first.page.goto(`${server.url}/chat/${server.botId}`);
  await first.page.locator(".entry.bot").first().waitFor();
  const { page } = await openPage(t);
  await page.goto(await server.returnLink());
  await server.stop();
  await goOn(page);
  await page.getByRole("button", { disabled: false }).waitFor();
  await server.restart();
  await goOn(page);
  await page.getByRole("textbox").waitFor();
  assert.equal(await page.title(), name);
});

const goOn = (page: Page) => page.getByRole("button", { name: say("en", "replyMailLink") }).click();

async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole("main").getByRole("textbox");
  await field.fill(text);
  await field.press("Enter");
}

const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
