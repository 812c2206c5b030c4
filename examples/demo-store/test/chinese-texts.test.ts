import assert from "node:assert/strict";
import { after, it } from "node:test";
import { createBrowser, createSignedIn } from "./browser.ts";
import { openShop } from "./open-shop.ts";

const shop = await openShop({ chat: { url: "http://127.0.0.1:4400", botId: "bot_1" } });
after(() => shop.close());

const halfWidth = /\p{Script=Han}[,;:!?.]|[,;:!?]\p{Script=Han}/u;

/** The words of a page, an element each. */
const wordsOf = (text: string) => text.replaceAll(/<\/?span.*?>/g, "").split(/<[^>]*>/);

it("Chinese on every page has full-width punctuation", async () => {
  const shopper = await createSignedIn(shop.url, "wang.fang@example.com");
  const shelves = (await shopper.open("/")).text;
  const products = shelves.match(/(?<=href=")\/products\/[a-z-]+(?=")/g) ?? [];
  assert.equal(products.length, 24);
  for (const path of ["/", "/account", "/orders/1057", "/nowhere", ...products]) {
    for (const words of wordsOf((await shopper.open(path)).text)) {
      assert.doesNotMatch(words, halfWidth, path);
    }
  }
});

it("speaks whole sentences in the language that the browser asks for first", async () => {
  for (const [wished, here, there] of [
    ["zh-CN,zh;q=0.9,en;q=0.8", "这里没有密码", "no passwords"],
    ["en-US,en;q=0.9,zh;q=0.8", "no passwords", "这里没有密码"],
    ["fr", "no passwords", "这里没有密码"],
  ] as const) {
    const response = await fetch(shop.url, { headers: { "accept-language": wished } });
    const text = await response.text();
    assert.ok(text.includes(here), wished);
    assert.ok(!text.includes(there), wished);
  }
});

it("tells a shopper without orders what to try, and where an order would go", async () => {
  const browser = await createSignedIn(shop.url, "noah.smith@example.net");
  assert.match((await browser.open("/")).text, /You have no orders yet/);
  const { text } = await browser.open("/products/teapot");
  assert.match(text, /It goes to Noah Smith · 1 Example Street · San Francisco/);
  assert.match((await browser.open("/account")).text, /href="\/#goods"/);
  assert.doesNotMatch((await createBrowser(shop.url).open("/products/teapot")).text, /It goes to/);
});
