import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { createBrowser, createSignedIn } from "./browser.ts";
import { openShop } from "./open-shop.ts";

const shop = await openShop();
after(() => shop.close());

const yilia = "yilia@meetbot.biz";
const ofYilia = "/orders/1042";
const ofWangFang = "/orders/1057";
const ofNobody = "/orders/9999";

describe("an order's page", () => {
  it("is where order_url leads, and shows all of the order to its shopper", async () => {
    assert.equal((await shop.order("1042"))?.order_url, `${shop.url}${ofYilia}`);

    const { status, text } = await (await createSignedIn(shop.url, yilia)).open(ofYilia);
    assert.equal(status, 200);
    for (const part of [
      "Oct 22, 2026",
      "delivered",
      "Visa 2345",
      "2 × Classic White T-Shirt",
      "-$15.00",
      "$62.19",
      "Yilia Chen<br>480 Lantern Street<br>Apt 12<br>San Francisco, CA, 94105<br>US",
    ]) {
      assert.ok(text.includes(part), part);
    }
  });

  it("writes a Chinese address as such, from the large to the small", async () => {
    const browser = await createSignedIn(shop.url, "wang.fang@example.com");
    const { text } = await browser.open(ofWangFang);
    const address = /<address>(.*)<\/address>/s.exec(text)?.[1] ?? "";
    assert.match(address.replaceAll(/<\/?span.*?>/g, ""), /<br>浙江省 杭州市 310000<br>/);
  });

  it("of somebody else reads to the letter like one that does not exist", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    const foreign = await browser.open(ofWangFang);
    const missing = await browser.open(ofNobody);
    assert.equal(foreign.status, 404);
    assert.deepEqual(
      [foreign.status, foreign.text, [...foreign.headers.keys()]],
      [missing.status, missing.text, [...missing.headers.keys()]],
    );
    const owner = await createSignedIn(shop.url, "wang.fang@example.com");
    assert.equal((await owner.open(ofWangFang)).status, 200);
  });

  it("sends a guest to sign in and back again, whether the number exists or not", async () => {
    for (const [path, status] of [
      [ofYilia, 200],
      [ofNobody, 404],
    ] as const) {
      const browser = createBrowser(shop.url);
      const sent = await browser.open(path);
      assert.equal(sent.status, 303);
      assert.equal(sent.text, "");

      const [, next = ""] =
        /name="next" value="(.+?)"/.exec((await browser.open(sent.location)).text) ?? [];
      const back = await browser.submit("/login", { email: yilia, next });
      assert.deepEqual([back.status, back.location], [303, path]);
      assert.equal((await browser.open(back.location)).status, status);
    }
  });
});

describe("coming back after signing in", () => {
  const elsewhere = [
    "//evil.example",
    "//evil.example/orders/1042",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "/orders/1042\n",
    "/orders/1042\r\nset-cookie: a=b",
    "/orders/..//evil.example",
    "/orders/1042?to=//evil.example",
    "/logout",
    "",
  ];

  it("leads nowhere outside this shop, whatever the form asks for", async () => {
    for (const next of elsewhere) {
      const browser = createBrowser(shop.url);
      const { location } = await browser.submit("/login", { email: yilia, next });
      assert.equal(location, "/account", JSON.stringify(next));
    }
  });

  it("is not offered by a link that asks for another place", async () => {
    for (const next of elsewhere) {
      const { text } = await createBrowser(shop.url).open(`/?${new URLSearchParams({ next })}`);
      assert.doesNotMatch(text, /name="next"|evil/, JSON.stringify(next));
    }
  });
});
