import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { createMachine } from "../../../packages/meetbot/test/fixtures/machine.ts";
import { shareBrowser } from "../../../packages/widget/test/shared-browser.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const demo = await createMachine({ after }).start(["demo", "--json", "--port", "0"]);
const { merchant_url } = JSON.parse(demo.printed.stdout);
const shopUrl = new URL(merchant_url).origin;

const browser = shareBrowser();

/** A page of the shop as a guest or a shopper sees it, with the chat's button there. */
async function open(as: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (
    await (await browser()).newContext({ locale: "en-US", ...options })
  ).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${shopUrl}/demo/visit?as=${as}`);
  await page.getByRole("button", { name: /^Chat with|^与/ }).waitFor();
  return page;
}

test("a tap on a sentence says it in the chat, under the page's policy", async () => {
  const page = await open("yilia@meetbot.biz");
  const refused: string[] = [];
  page.on("console", (line) => void (/violates/.test(line.text()) && refused.push(line.text())));
  await page.getByRole("button", { name: "show order" }).click();
  const chat = page.getByRole("dialog");
  await chat
    .getByText(/^show order MB/)
    .first()
    .waitFor();
  await chat.getByRole("article").first().waitFor();
  assert.deepEqual(refused, []);
  await page.context().close();
});

test("the button opens the chat without leaving the page", async () => {
  const page = await open("guest");
  await page.getByRole("button", { name: "Open the chat" }).click();
  await page.getByRole("dialog").getByRole("textbox").waitFor();
  assert.equal(new URL(page.url()).search, "");
  await page.context().close();
});

test("the demo's chat page shows an order of the shop, with the pictures of its products", async () => {
  const page = await (await (await browser()).newContext({ locale: "en-US" })).newPage();
  page.setDefaultTimeout(60_000);
  const refused: string[] = [];
  page.on("console", (line) => void (/violates/.test(line.text()) && refused.push(line.text())));
  await page.goto(`${demo.url}/chat/bot_demo`);
  const field = page.getByRole("main").getByRole("textbox");
  await field.fill("where is my order MBWXS75S9878?");
  await field.press("Enter");
  const order = page.getByRole("article").filter({ hasText: "MBWXS75S9878" }).first();
  await order.waitFor();
  // Evaluated as text: this project does not know the page's types.
  await order.locator("img").first().evaluate("(picture) => picture.decode()");
  assert.deepEqual(refused, []);
  await page.context().close();
});

const looks: [as: string, options: BrowserContextOptions][] = [
  ["guest", { viewport: { width: 320, height: 640 }, colorScheme: "dark" }],
  ["noah.smith@example.net", { viewport: { width: 390, height: 780 }, locale: "zh-CN" }],
  ["yilia@meetbot.biz", { viewport: { width: 1280, height: 800 } }],
];

for (const [as, options] of looks) {
  test(`nothing on the pages overflows, hides below the chat's button, or fails axe: ${as}`, async () => {
    const page = await open(as, { ...options, bypassCSP: true });
    const paths = ["/", "/products/teapot", "/nowhere", ...(as === "guest" ? [] : ["/account"])];
    for (const path of paths) {
      await page.goto(shopUrl + path);
      await page.getByRole("button", { name: /^Chat with|^与/ }).waitFor();
      assert.equal(await page.evaluate(widthBeyondWindow), 0, path);
      assert.deepEqual(await page.evaluate(textBelowLauncher), [], path);
      await page.evaluate(axe);
      assert.deepEqual(await page.evaluate(runAxe), [], path);
    }
    await page.context().close();
  });
}

// Run in the page, whose types this project does not know: hence as text.

const widthBeyondWindow = "document.documentElement.scrollWidth - innerWidth";

/** The words of the page that lie below the button when all is scrolled to the end. */
const textBelowLauncher = `(() => {
  scrollTo(0, document.documentElement.scrollHeight);
  const root = document.querySelector("meetbot-chat").shadowRoot;
  const button = root.querySelector(".launcher").getBoundingClientRect();
  const isBelow = ({ left, right, top, bottom }) =>
    left < button.right && right > button.left && top < button.bottom && bottom > button.top;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { currentNode } = texts;
    if (!currentNode.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(currentNode);
    if ([...range.getClientRects()].some(isBelow)) found.push(currentNode.data);
  }
  return found;
})()`;

const runAxe = `axe.run().then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`;
