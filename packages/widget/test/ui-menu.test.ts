import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { screens, useGallery } from "./gallery/open-gallery.ts";

const open = useGallery();

const menu = (page: Page) => page.locator(".menu > summary");
const done = (page: Page) => page.evaluate(() => window.gallery.chat.done);
const isFocused = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.matches(":focus"));

test("the menu is there at any time, also where other choices are offered, and says it for the customer", async () => {
  await using opened = await open({ state: "askCode" });
  const { page } = opened;
  await menu(page).click();
  const offered = page.locator(".menu .ask > button");
  assert.deepEqual(await offered.allInnerTexts(), [
    "My orders",
    "Track a package",
    "Help",
    "Talk to a person",
    "Email me this conversation",
  ]);
  await offered.first().click();
  assert.deepEqual(await done(page), ["start", "tap orders"]);
  assert.equal(await offered.first().isVisible(), false);
  assert.equal(await isFocused(page, ".field"), true);
});

test("Escape closes the menu first and the window then, and who goes on elsewhere is done with it", async () => {
  await using opened = await open({ state: "order" });
  const { page } = opened;
  const first = page.getByRole("button", { name: "My orders" });
  await menu(page).press("Enter");
  await first.focus();
  await page.keyboard.press("Escape");
  assert.equal(await first.isVisible(), false);
  assert.equal(await isFocused(page, ".menu > summary"), true);
  assert.equal(await page.getByRole("dialog").isVisible(), true);
  await menu(page).press("Enter");
  await page.getByRole("textbox").focus();
  assert.equal(await first.isVisible(), false);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

test("a new conversation is asked for twice, and the first time can be taken back", async () => {
  await using opened = await open({ state: "order" });
  const { page } = opened;
  const ask = page.locator(".ask summary");
  await menu(page).press("Enter");
  await ask.press("Enter");
  await page.getByRole("button", { name: "Keep this one" }).press("Enter");
  assert.equal(await ask.isVisible(), false);
  assert.equal(await isFocused(page, ".menu > summary"), true);
  await menu(page).press("Enter");
  assert.equal(await page.getByRole("button", { name: "Keep this one" }).isVisible(), false);
  await ask.press("Enter");
  await page.locator(".ask .strong").press("Enter");
  assert.deepEqual(await done(page), ["start", "restart"]);
  assert.equal(await isFocused(page, ".field"), true);
});

test("the conversation is mailed from the menu, and what came of it is said there", async () => {
  await using opened = await open({ state: "order" });
  const { page } = opened;
  await menu(page).press("Enter");
  await page.getByRole("button", { name: "Email me this conversation" }).press("Enter");
  await page.locator(".ask").getByText("Sent to your email address.").waitFor();
  await page.getByRole("status").getByText("Sent to your email address.").first().waitFor();
  assert.deepEqual(await done(page), ["start", "mail"]);
});

test("an impatient customer who taps twice has one mail", async () => {
  await using opened = await open({ state: "order" });
  const { page } = opened;
  await menu(page).click();
  const mail = page.getByRole("button", { name: "Email me this conversation" });
  await mail.evaluate((button) => {
    for (let nth = 0; nth < 3; nth++) (button as HTMLElement).click();
  });
  await page.locator(".ask").getByText("Sent to your email address.").waitFor();
  assert.deepEqual(await done(page), ["start", "mail"]);
});

test("where nothing was said yet there is no new conversation to begin", async () => {
  await using opened = await open({ state: "welcome" });
  await menu(opened.page).click();
  assert.equal(await opened.page.locator(".ask summary").count(), 0);
});

test("an answer is rated by one of two thumbs, which can be taken back; a question and a welcome are not", async () => {
  await using opened = await open({ state: "ordersMasked" });
  const { page } = opened;
  const thumbs = page.getByRole("button", { name: /This answer/ });
  await thumbs.first().waitFor();
  // Only the card is an answer; the reply after it asks a question.
  assert.equal(await thumbs.count(), 2);
  const pressed = () =>
    thumbs.evaluateAll((all) => all.map((thumb) => thumb.getAttribute("aria-pressed")));
  await page.getByRole("button", { name: "This answer did not help" }).click();
  assert.deepEqual(await pressed(), ["false", "true"]);
  await page.getByRole("button", { name: "This answer helped" }).click();
  assert.deepEqual(await pressed(), ["true", "false"]);
  await page.getByRole("button", { name: "This answer helped" }).click();
  assert.deepEqual(await pressed(), ["false", "false"]);
  const card = await page.evaluate(() => window.gallery.chat.state().entries[2]?.key);
  assert.deepEqual(await done(page), [
    "start",
    `rate ${card} down`,
    `rate ${card} up`,
    `rate ${card} null`,
  ]);
  await opened.show({ state: "welcome" });
  await menu(page).waitFor();
  assert.equal(await thumbs.count(), 0);
  await opened.show({ state: "askEmail" });
  await menu(page).waitFor();
  assert.equal(await thumbs.count(), 0);
});

test("what was said together has one time; the day is told once, and whoever points sees each moment", async () => {
  await using opened = await open({ state: "text" }, { ...screens.desktop, timezoneId: "UTC" });
  const { page } = opened;
  await menu(page).waitFor();
  const times = await page.locator("time").allInnerTexts();
  assert.equal(times.length, 3);
  assert.match(times[0]!, /2023/);
  assert.doesNotMatch(times.slice(1).join(), /2023/);
  assert.match((await page.locator(".bubble").first().getAttribute("title"))!, /2023.*22:13/);
});

test("a mailbox and a telephone in what the bot says are links, and nothing of the shop's is", async () => {
  await using opened = await open({ state: "contact" });
  const { page } = opened;
  const links = page.getByRole("region", { name: "Conversation" }).locator("a");
  await links.first().waitFor();
  assert.deepEqual(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href"))), [
    "mailto:help@shop.example",
    "tel:+49301234567",
    "https://shop.example/orders/12345678902",
  ]);
});
