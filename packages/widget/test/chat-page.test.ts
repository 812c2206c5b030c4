import assert from "node:assert/strict";
import { test } from "node:test";
import { startChatServer } from "./chat-server.ts";
import { prepareWatchedPages } from "./watched-page.ts";

const openPage = prepareWatchedPages();

test("the page of a bot is a chat, in the browser's language, and its policy refuses nothing", async (t) => {
  const server = await startChatServer(t);
  const { page, told } = await openPage(t, { locale: "zh-CN" });
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
  const { page } = await openPage(t);
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
