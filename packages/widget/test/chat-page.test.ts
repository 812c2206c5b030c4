import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { createMachine } from "../../meetbot/test/fixtures/machine.ts";
import { launchBrowser } from "./browser.ts";
import { startChatServer } from "./chat-server.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

test("the page of a bot is a chat, in the browser's language, and its policy refuses nothing", async (t) => {
  const server = await startChatServer(t);
  const context = await browser.newContext({ locale: "zh-CN" });
  t.after(() => context.close());
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const told: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) told.push(message.text());
  });
  page.on("pageerror", (error) => told.push(String(error)));
  await page.goto(`${server.url}/chat/${server.botId}`);
  const field = page.getByRole("main").getByRole("textbox");
  await field.waitFor();
  assert.equal(await page.title(), "Lantern Street");
  assert.equal(await page.locator("html").getAttribute("lang"), "zh");
  await field.fill("你好");
  await field.press("Enter");
  await page.getByText("你好", { exact: true }).first().waitFor();
  assert.deepEqual(told, []);
});

test("a page of the bot's origins may show it in a frame, another may not", async (t) => {
  const frame = '<iframe title="Chat"></iframe>';
  const server = await startChatServer(t, { "/": { type: "text/html", body: frame } });
  const address = `${server.url}/chat/${server.botId}`;
  const page = await browser.newPage();
  t.after(() => page.close());
  page.setDefaultTimeout(10_000);
  const open = async (siteUrl: string) => {
    await page.goto(siteUrl);
    await page.locator("iframe").evaluate((frame: HTMLIFrameElement, src) => {
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      frame.src = src;
      return loaded.then(() => {});
    }, address);
    return page.frameLocator("iframe").getByRole("main").getByRole("textbox");
  };
  await (await open(server.siteUrl)).waitFor();
  const denied = await open(server.siteUrl.replace("127.0.0.1", "localhost"));
  assert.equal(await denied.count(), 0);
  assert.equal(page.frames()[1]?.url().startsWith("chrome-error:"), true);
});

test("the demo's page shows an order of the demo shop, with the pictures of its products", async (t) => {
  const demo = await createMachine(t).start(["demo", "--port", "0", "--json"]);
  const page = await browser.newPage();
  t.after(() => page.close());
  page.setDefaultTimeout(15_000);
  const told: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) told.push(message.text());
  });
  await page.goto(`${demo.url}/chat/bot_demo`);
  const field = page.getByRole("main").getByRole("textbox");
  await field.fill("where is my order MBWXS75S9878?");
  await field.press("Enter");
  const order = page.getByRole("article").filter({ hasText: "MBWXS75S9878" }).first();
  await order.waitFor();
  const isLoaded = (picture: HTMLImageElement) => picture.decode().then(() => true);
  assert.equal(await order.locator("img").first().evaluate(isLoaded), true);
  assert.deepEqual(
    told.filter((line) => line.includes("violates")),
    [],
  );
});
