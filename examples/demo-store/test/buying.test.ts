import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { createBrowser, createSignedIn } from "./browser.ts";
import { numberIn, openShop } from "./open-shop.ts";

const shop = await openShop();
after(() => shop.close());

const yilia = "yilia@meetbot.biz";
const guest = { email: "lena@posteo.net", name: "Lena Koch" };

/** The stock keeping units that a page links to. */
const shelvesOf = (text: string) => [...text.matchAll(/href="\/products\/([a-z-]+)"/g)];

describe("the shelves", () => {
  it("show all products with a picture and a price in the visitor's currency", async () => {
    for (const [email, price] of [
      [null, "$14.50"],
      ["ken.sato@example.org", "￥2,200"],
      ["wang.fang@example.com", "¥98.00"],
    ] as const) {
      const browser = email ? await createSignedIn(shop.url, email) : createBrowser(shop.url);
      const { text } = await browser.open("/");
      const skus = shelvesOf(text).map(([, sku]) => sku);
      assert.equal(skus.length, 24);
      for (const sku of skus) assert.ok(text.includes(`src="/products/${sku}.svg"`), sku);
      assert.ok(text.includes(price), price);
    }
  });

  it("lead to a page for each product, which asks a guest alone for email and name", async () => {
    const asGuest = await createBrowser(shop.url).open("/products/teapot");
    const signedIn = await (await createSignedIn(shop.url, yilia)).open("/products/teapot");
    for (const { status, text } of [asGuest, signedIn]) {
      assert.equal(status, 200);
      assert.match(text, /<form [^>]*method="post" action="\/orders">/);
    }
    assert.match(asGuest.text, /name="email" type="email".*required/);
    assert.doesNotMatch(signedIn.text, /name="email"/);
  });

  it("have a picture for each product", async () => {
    const browser = createBrowser(shop.url);
    for (const [, sku] of shelvesOf((await browser.open("/")).text)) {
      const { status, headers, text } = await browser.open(`/products/${sku}.svg`);
      assert.deepEqual([status, headers.get("content-type")], [200, "image/svg+xml"]);
      assert.match(text, /^<svg/);
    }
  });
});

describe("buying as a shopper", () => {
  it("places an unpaid order to the shopper's own address, which the webhook tells at once", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    const before = Math.floor(Date.now() / 1000);
    const { status, location } = await browser.submit("/orders", {
      sku: "wool-socks",
      quantity: "2",
    });
    assert.equal(status, 303);
    const order = await shop.order(numberIn(location));
    assert.partialDeepStrictEqual(order, {
      status: "unpaid",
      currency: "USD",
      recipient_name: "Yilia Chen",
      address: { street_1: "480 Lantern Street", city: "San Francisco" },
      // 8 % tax on 36.00, and shipping below 60.
      summary: { subtotal: 36, shipping_cost: 4.95, total_tax: 2.88, total_cost: 43.83 },
      elements: [{ title: "Merino Hiking Socks", quantity: 2, price: 36 }],
    });
    assert.ok(Number(order?.timestamp) >= before);
    assert.equal(order?.payment_method, undefined);
    const unpaid = await shop.ordersOf(yilia, "unpaid");
    assert.ok(unpaid.some(({ order_number }) => order_number === numberIn(location)));
    assert.equal((await browser.open(location)).status, 200);
  });

  it("is paid in the shopper's currency, without shipping from a worth of goods on", async () => {
    for (const [email, currency, summary] of [
      ["ken.sato@example.org", "JPY", { subtotal: 25200, shipping_cost: 0, total_cost: 27720 }],
      ["li.wei@example.net", "CNY", { subtotal: 1180, shipping_cost: 0, total_cost: 1180 }],
      ["noah.smith@example.net", "USD", { subtotal: 168, shipping_cost: 0, total_cost: 181.44 }],
    ] as const) {
      const browser = await createSignedIn(shop.url, email);
      const { location } = await browser.submit("/orders", { sku: "teapot" });
      assert.partialDeepStrictEqual(await shop.order(numberIn(location)), { currency, summary });
    }
  });

  it("is not done for somebody else, whatever the form says", async () => {
    const browser = await createSignedIn(shop.url, "noah.smith@example.net");
    const before = (await shop.ordersOf(yilia, "unpaid")).length;
    const fields = { sku: "notebook", email: yilia, name: "Yilia Chen" };
    const { location } = await browser.submit("/orders", fields);
    assert.equal((await shop.order(numberIn(location)))?.recipient_name, "Noah Smith");
    assert.equal((await shop.ordersOf(yilia, "unpaid")).length, before);
  });
});

describe("buying as a guest", () => {
  it("needs no account, and the webhook knows the email from then on", async () => {
    const browser = createBrowser(shop.url);
    const { status, location } = await browser.submit("/orders", { sku: "teapot", ...guest });
    assert.equal(status, 303);
    assert.match(browser.cookie, /^lantern_street_session=[\w-]{43}$/);
    assert.partialDeepStrictEqual(await shop.order(numberIn(location)), {
      status: "unpaid",
      recipient_name: "Lena Koch",
      address: { street_1: "1 Example Street" },
    });
    assert.equal((await shop.ordersOf("Lena@Posteo.net", "unpaid")).length, 1);
  });

  it("is shown to the session that placed it, with all orders of that session", async () => {
    const browser = createBrowser(shop.url);
    const first = await browser.submit("/orders", { sku: "teapot", ...guest });
    const firstCookie = browser.cookie;
    const second = await browser.submit("/orders", { sku: "gaiwan", ...guest });
    for (const { location } of [first, second]) {
      assert.equal((await browser.open(location)).status, 200);
      assert.ok((await browser.open("/account")).text.includes(`href="${location}"`));
      // The same email is no key to it, nor is another session.
      const stranger = createBrowser(shop.url);
      await stranger.submit("/orders", { sku: "notebook", ...guest });
      assert.equal((await stranger.open(location)).status, 303);
      const shopper = await createSignedIn(shop.url, yilia);
      assert.equal((await shopper.open(location)).status, 404);
    }
    browser.cookie = firstCookie;
    assert.equal((await browser.open(first.location)).status, 303);
  });

  it("gives no account: nobody can sign in as that email, and the shop does not vouch for it", async (t) => {
    const vouching = await openShop({
      identity: { botId: "bot_1", secret: `whsec_${"A".repeat(43)}=` },
    });
    t.after(vouching.close);
    const browser = createBrowser(vouching.url);
    await browser.submit("/orders", { sku: "teapot", ...guest });
    assert.equal((await browser.submit("/login", { email: guest.email })).status, 404);
    assert.equal((await browser.open(`/demo/visit?as=${guest.email}`)).status, 404);
    assert.equal((await browser.open(`/demo/identity/${guest.email}`)).status, 404);
    assert.doesNotMatch((await browser.open("/")).text, /lena@posteo\.net/);
  });

  it("puts nothing into a shopper's account, and uses nothing of it", async () => {
    const before = await shop.ordersOf(yilia, "unpaid");
    for (const email of [yilia, " Yilia@Meetbot.biz "]) {
      const browser = createBrowser(shop.url);
      const { status, text } = await browser.submit("/orders", { sku: "teapot", email, name: "X" });
      assert.equal(status, 409);
      assert.match(text, /Sign in/);
      assert.equal(browser.cookie, "");
    }
    assert.deepEqual(await shop.ordersOf(yilia, "unpaid"), before);
  });

  it("is refused without a usable email and name", async () => {
    for (const fields of [
      {},
      { email: guest.email },
      { email: guest.email, name: "  " },
      { email: guest.email, name: "x".repeat(61) },
      { email: guest.email, name: "Lena\nKoch" },
      { email: "lena", name: "Lena" },
      { email: "lena@posteo.net, a@example.com", name: "Lena" },
      { email: "léna@posteo.net", name: "Lena" },
    ]) {
      const { status } = await createBrowser(shop.url).submit("/orders", {
        sku: "teapot",
        ...fields,
      });
      assert.equal(status, 400, JSON.stringify(fields));
    }
  });
});

describe("an order", () => {
  it("of what the shop does not have, or not that many of, is not placed", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    const before = (await shop.ordersOf(yilia, "unpaid")).length;
    for (const fields of [
      { sku: "boat" },
      { sku: "__proto__" },
      { sku: "" },
      ...["0", "6", "-1", "1.5", "NaN", ""].map((quantity) => ({ sku: "teapot", quantity })),
    ]) {
      const { status } = await browser.submit("/orders", fields);
      assert.equal(status, 404, JSON.stringify(fields));
    }
    assert.equal((await shop.ordersOf(yilia, "unpaid")).length, before);
  });

  it("is not placed by a form from elsewhere", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    const before = (await shop.ordersOf(yilia, "unpaid")).length;
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
    ] as Record<string, string>[]) {
      assert.equal((await browser.submit("/orders", { sku: "teapot" }, headers)).status, 403);
    }
    assert.equal((await shop.ordersOf(yilia, "unpaid")).length, before);
  });
});
