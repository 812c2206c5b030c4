import assert from "node:assert/strict";
import { test } from "node:test";
import {
  caseDay,
  caseToday,
  daysTold,
  statusCases,
} from "../../presentation/src/status/status-cases.fixture.ts";
import { screens, useGallery } from "./gallery/open-gallery.ts";

const open = useGallery();

test("an order reads as a receipt: totals as given, discounts subtracted", async () => {
  await using opened = await open({ state: "order" }, { timezoneId: "America/New_York" });
  const card = opened.page.getByRole("article", { name: "Order 12345678902" });
  await opened.page.getByText("Details").press("Enter");
  assert.equal(
    await card.ariaSnapshot(),
    `- article "Order 12345678902":
  - heading "Order 12345678902" [level=3]
  - paragraph: Placed Apr 7, 2015
  - paragraph: Awaiting payment
  - list:
    - listitem:
      - paragraph: 2 × Classic White T-Shirt
      - paragraph: 100% soft and luxurious cotton
      - text: $50.00
    - listitem:
      - paragraph: 1 × Classic Gray T-Shirt
      - text: $25.00
  - group:
    - text: Details 12345678902
    - term: Subtotal
    - definition: $75.00
    - term: New Customer Discount
    - definition: −$20.00
    - term: $10 Off Coupon
    - definition: −$10.00
    - term: Shipping
    - definition: $4.95
    - term: Tax
    - definition: $6.19
    - term: Total
    - definition: $56.14
    - term: Ship to
    - definition: Yilia Lin 1 Hacker Way, Floor 2, Menlo Park, CA, 94025, US
    - term: Payment
    - definition: Visa ····2345
  - link "View order 12345678902 (opens in a new tab)":
    - /url: https://shop.example/orders/12345678902`,
  );
});

test("a package reads as a place on its way", async () => {
  await using opened = await open({ state: "package" });
  const card = opened.page.getByRole("article", { name: "Classic White T-Shirt and 1 more" });
  await opened.page.getByText("Details").press("Enter");
  await opened.page.getByRole("button", { name: "Copy" }).waitFor();
  assert.equal(
    await card.ariaSnapshot(),
    `- article "Classic White T-Shirt and 1 more":
  - heading "Classic White T-Shirt and 1 more" [level=3]
  - paragraph: Out for delivery
  - paragraph: Expected Dec 12, 2035
  - paragraph: "Step 3 of 4: Out for delivery"
  - group:
    - text: Details PK-20931
    - paragraph: Package PK-20931
    - paragraph: Order 12345678902
    - term: Carrier
    - definition: Northern Post
    - term: Tracking number
    - definition:
      - text: 1Z999AA10123456784
      - button "Copy Tracking number"
  - link "Track package PK-20931 (opens in a new tab)":
    - /url: https://carrier.example/1Z999AA10123456784`,
  );
});

test("where it is, its date and its goods are seen at once, and the rest where it is asked for", async () => {
  await using opened = await open({ state: "order" }, screens.phone);
  const { page } = opened;
  const card = page.getByRole("article");
  for (const seen of ["Awaiting payment", "Placed Apr 7, 2015", "Classic Gray T-Shirt"]) {
    assert.equal(await card.getByText(seen).isVisible(), true, seen);
  }
  for (const folded of ["Subtotal", "Total", "Ship to", "Visa ····2345"]) {
    assert.equal(await card.getByText(folded, { exact: true }).isVisible(), false, folded);
  }
  await card.getByText("Details").tap();
  assert.equal(await card.getByText("Visa ····2345").isVisible(), true);
});

test("several orders are one line each: its goods, where it is and when it was placed", async () => {
  await using opened = await open({ state: "orders" }, { timezoneId: "America/New_York" });
  const rows = opened.page.getByRole("article");
  const lines = await rows.locator("summary").allInnerTexts();
  assert.deepEqual(
    lines.map((line) => line.replaceAll("\n\n", "\n")),
    [
      "Classic White T-Shirt +1 more\nShipped · Placed Apr 7, 2015",
      "Leather Belt\nAwaiting payment · Placed Mar 27, 2015",
      "Extraordinarily long product title that some… +2 more\nPartially shipped, rest on backorder · Placed Mar 10, 2015",
    ],
  );
  for (const row of await rows.all()) assert.ok((await row.boundingBox())!.height < 110);
});

test("a line of the list unfolds to the order: all goods, amounts, and the way to the shop", async () => {
  await using opened = await open({ state: "ordersMany" });
  const row = opened.page.getByRole("article").first();
  const goods = row.getByRole("listitem");
  assert.equal(await goods.count(), 0);
  await row.locator("summary").press("Enter");
  assert.equal(await goods.count(), 40);
  await row.getByRole("link", { name: "View order 12345678902" }).waitFor();
  await row.locator("summary").press("Enter");
  assert.equal(await goods.count(), 0);
});

test("the card of one order shows two of its goods, and says how many more there are", async () => {
  await using opened = await open({ state: "orderLong" });
  const { page } = opened;
  const goods = page.getByRole("article").getByRole("listitem");
  assert.equal(await goods.count(), 2);
  assert.equal(await page.getByText("… and 38 more").isVisible(), true);
  await page.getByText("Details").press("Enter");
  assert.equal(await goods.count(), 40);
  assert.equal(await page.getByText("… and 38 more").isVisible(), false);
});

test("each amount has its own currency, and an unknown one is written as it stands", async () => {
  await using opened = await open({ state: "ordersMany" });
  const text = (await opened.page.locator(".cards").textContent()) ?? "";
  for (const amount of ["KWD\u00a0123,456.000", "¥123,456", "XQZ\u00a09,876,543.21"]) {
    assert.ok(text.includes(amount), amount);
  }
});

test("a picture that does not come leaves a quiet box", async () => {
  await using opened = await open({ state: "order" });
  const pictures = opened.page.locator(".item img");
  await pictures.nth(1).waitFor({ state: "hidden" });
  assert.equal(await pictures.nth(0).isVisible(), true);
});

test("a masked order says what is hidden, in one line for all of them", async () => {
  await using opened = await open({ state: "ordersMasked" });
  const { page } = opened;
  const hint = "Items and amounts are hidden until we know it is yours.";
  assert.equal(await page.getByText(hint).count(), 1);
  await page.getByRole("heading", { name: "Order ending in 8902" }).waitFor();
  await page.getByRole("heading", { name: "Order number hidden" }).waitFor();
});

test("a status that is not surely known has no step, only the shop's own words", async () => {
  await using opened = await open({ state: "packagesMany" });
  const cards = opened.page.getByRole("article");
  assert.equal(await cards.nth(0).getByText("Step 4 of 4: Delivered").count(), 1);
  assert.equal(await cards.nth(1).getByText("Was expected Jan 31, 2020").count(), 1);
  assert.equal(await cards.nth(2).getByText("Held at customs until papers arrive").count(), 1);
  assert.equal(await cards.nth(2).getByText(/^Step/).count(), 0);
  assert.equal(await cards.nth(3).getByText("Step 3 of 4: Ready for pickup").count(), 1);
});

for (const locale of ["en", "zh"] as const) {
  test(`each status is told as what it surely is, and no other: ${locale}`, async () => {
    await using opened = await open({ state: "text" });
    const { page } = opened;
    await page.clock.setFixedTime(`${caseToday}T12:00:00Z`);
    await page.evaluate(
      ([locale, day, statuses]) => {
        const packages = statuses.map((package_status, at) => ({
          package_number: `P${at}`,
          package_status,
          exp_delivery: day,
        }));
        window.gallery.chat.become({
          entries: [{ from: "bot", locale, key: "cases", reply: { kind: "packages", packages } }],
        });
      },
      [locale, caseDay, statusCases.map(({ status }) => status)] as const,
    );
    await page.locator(`.window[lang^=${locale}] .card`).last().waitFor();
    const told = await page
      .locator(".card")
      .evaluateAll((cards) =>
        cards.map((card) =>
          [...card.querySelectorAll(".where, .where + .quiet")].map((one) => one.textContent),
        ),
      );
    assert.equal(told.length, statusCases.length);
    for (const [at, { status, told: words, day }] of statusCases.entries()) {
      const [where, when] = told[at] ?? [];
      assert.equal(where?.toLowerCase(), words[locale].toLowerCase(), status);
      assert.equal(when, daysTold[locale][day], status);
    }
  });
}

test("a French shop's words are told in the customer's language, on cards with a code and without", async () => {
  await using opened = await open({ state: "text" });
  const { page } = opened;
  await page.evaluate(() => {
    const packages = [
      { package_number: "P1", package_status: "En cours de livraison" },
      {
        package_number: "P2",
        package_status: "Livrée",
        package_status_code: "delivered" as const,
      },
      {
        package_number: "P3",
        package_status: "Retenu en douane",
        package_status_code: "customs" as const,
      },
    ];
    const orders = [
      { order_number: "1234567890", status: "Expédiée" },
      { order_number: "1234567891", status: "Autre chose", parcel: packages[0]! },
      { order_number: "····", status: "unpaid" },
      { order_number: "1234567892", status: "Retenu en douane" },
    ];
    const bot = { from: "bot" as const, locale: "en" as const };
    window.gallery.chat.become({
      entries: [
        { ...bot, key: "a", reply: { kind: "orders", orders } },
        { ...bot, key: "b", reply: { kind: "packages", packages } },
      ],
    });
  });
  await page.getByRole("article").last().waitFor();
  assert.deepEqual(await page.locator(".where").allTextContents(), [
    "Out for delivery",
    "Delivered",
    "In customs · Retenu en douane",
  ]);
  assert.deepEqual(
    await page
      .locator(".state")
      .evaluateAll((all) => all.map((one) => `${one.textContent} ${one.className}`.trim())),
    [
      "Shipped state good",
      "Out for delivery state",
      "Awaiting payment state wait",
      "Retenu en douane state",
    ],
  );
  assert.equal(await page.getByText("Step 3 of 4: Out for delivery").count(), 1);
  assert.equal(await page.getByText("Step 4 of 4: Delivered").count(), 1);
});

test("a tracking number is copied, and said to be", async () => {
  await using opened = await open(
    { state: "package" },
    { ...screens.desktop, permissions: ["clipboard-read", "clipboard-write"] },
  );
  const { page } = opened;
  await page.getByText("Details").press("Enter");
  await page.getByRole("button", { name: "Copy Tracking number" }).click();
  await page.getByRole("button", { name: "Copied Tracking number" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "1Z999AA10123456784");
  await page.getByRole("dialog").getByRole("status").getByText("Copied").waitFor();
});

test("where the page may not copy, that is said", async () => {
  await using opened = await open({ state: "package" });
  const { page } = opened;
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await page.getByText("Details").press("Enter");
  await page.getByRole("button", { name: "Copy Tracking number" }).click();
  await page.getByRole("button", { name: "Not copied Tracking number" }).waitFor();
});

test("a calendar date is the same day wherever the customer is", async () => {
  for (const timezoneId of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    await using opened = await open({ state: "package" }, { timezoneId });
    assert.equal(await opened.page.getByText("Expected Dec 12, 2035").count(), 1, timezoneId);
  }
});

test("links are followed to http and https alone, and open beside the page", async () => {
  await using opened = await open({ state: "text" });
  const { page } = opened;
  await page.evaluate(() => {
    const text = "javascript:alert(1) <img src=x onerror=alert(1)> https://a.example/b.";
    const reply = { kind: "text" as const, text };
    const order = { order_number: "1234567890", order_url: "javascript:alert(1)" };
    const bot = { from: "bot" as const, locale: "en" as const };
    window.gallery.chat.become({
      entries: [
        { ...bot, key: "a", reply },
        { ...bot, key: "b", reply: { kind: "orders", orders: [order] } },
      ],
    });
  });
  const links = page.getByRole("dialog").getByRole("link");
  assert.deepEqual(
    await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href)),
    ["https://a.example/b"],
  );
  assert.equal(await links.getAttribute("target"), "_blank");
  assert.match((await page.locator(".bubble").textContent()) ?? "", /<img src=x onerror/);
});

test("what the shop wrote says so, and its pages are links below it, to http and https alone", async () => {
  await using opened = await open({ state: "text" });
  const { page } = opened;
  await page.evaluate(() => {
    const links = [
      { title: "Returns", url: "https://shop.example/returns" },
      { title: "Nowhere", url: "javascript:alert(1)" },
    ];
    const reply = { kind: "text" as const, text: "Within 30 days.", ofShop: true as const, links };
    const entry = { key: "a", from: "bot" as const, locale: "en" as const, reply };
    window.gallery.chat.become({ entries: [entry] });
  });
  await page.getByText("From the shop:").waitFor();
  const item = page.getByRole("listitem").filter({ hasText: "Within 30 days." });
  assert.match((await item.textContent()) ?? "", /From the shop:Within 30 days\.Returns/);
  const links = item.getByRole("link");
  assert.equal(await links.count(), 1);
  assert.equal(await links.getAttribute("href"), "https://shop.example/returns");
  assert.equal(await links.getAttribute("rel"), "noopener noreferrer");
});

test("the window speaks as the newest reply does, and what was said in another language says so", async () => {
  await using opened = await open({ state: "text" });
  const { page } = opened;
  await page.locator('dialog[lang="zh-CN"]').waitFor();
  await page.getByRole("textbox", { name: "消息" }).waitFor();
  const newest = page.getByText("你好，这是另一种语言的回答。");
  assert.equal(await newest.getAttribute("lang"), null);
  assert.equal(await page.getByText("Hi, this is Northwind.").getAttribute("lang"), "en");
});

test("a stored conversation shows the same cards, and nothing to send", async () => {
  await using opened = await open({ state: "failed", element: "1" });
  const { page } = opened;
  assert.equal(await page.getByText("Not sent.").count(), 2);
  assert.equal(await page.getByRole("button").count(), 0);
  await opened.show({ state: "package", element: "1", locale: "zh" });
  await page.getByRole("article", { name: "经典白色 T 恤等 2 件" }).waitFor();
});
