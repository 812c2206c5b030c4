import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, describe, it } from "node:test";
import { startDemoStore } from "@meetbot/demo-store";
import { newSecret } from "@meetbot/sdk";
import { createBrowser, createSignedIn } from "./browser.ts";

const folder = mkdtempSync(join(tmpdir(), "demo-store-"));
const databaseFile = join(folder, "hostile.sqlite");
const store = await startDemoStore({
  port: 0,
  signingSecret: newSecret(),
  databaseFile,
  today: "2026-11-24",
  identity: { botId: 'bot_"><i>', secret: newSecret() },
});
after(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

// Everything of the shop that is text, in one shopper's hands.
const hostile = `"'></script><i onload=x>&amp;`;
const email = "<i>@example.com";
const database = new DatabaseSync(databaseFile);
database.exec("PRAGMA foreign_keys = OFF");
database
  .prepare("UPDATE shoppers SET name = ?, email = ? WHERE email = ?")
  .run(hostile, email, "yilia@meetbot.biz");
database
  .prepare(
    `UPDATE orders SET shopper_email = :email, status = :hostile, payment_method = :hostile,
     recipient = :hostile, street_1 = :hostile, street_2 = :hostile, city = :hostile,
     state = :hostile, postal_code = :hostile, country = :hostile WHERE number = '1042'`,
  )
  .run({ email, hostile });
database
  .prepare("UPDATE orders SET number = ?, shopper_email = ? WHERE number = 'MB6H4BTYE6XH'")
  .run(hostile, email);
database.prepare("UPDATE products SET title = :hostile, subtitle = :hostile").run({ hostile });
database.prepare("UPDATE adjustments SET name = ?").run(hostile);
database.close();

/** The page of an order whose recipient is hostile too. */
async function openGuestOrder() {
  const browser = createBrowser(store.url);
  const fields = { sku: "teapot", email: "guest@example.net", name: hostile };
  return browser.open((await browser.submit("/orders", fields)).location);
}

const guest = createBrowser(store.url);
const shopper = await createSignedIn(store.url, email);
const pages = {
  "the front page of a guest": await guest.open("/?next=/orders/1042"),
  "the front page": await shopper.open("/"),
  "the account page": await shopper.open("/account"),
  "an order's page": await shopper.open("/orders/1042"),
  "a product's page": await shopper.open("/products/teapot"),
  "an order's page of a guest": await openGuestOrder(),
  "a step that makes no sense": await shopper.submit("/orders/1042", { step: "pay" }),
  "a missing page": await shopper.open("/orders/9999"),
  "an unknown email": await shopper.submit("/login", { email: hostile }),
  "a form from elsewhere": await shopper.submit("/logout", {}, { origin: "null" }),
  "a form too long": await shopper.submit("/login", { email: "x".repeat(5000) }),
};

for (const [name, { text, headers }] of Object.entries(pages)) {
  describe(name, () => {
    it("shows what shoppers and orders say as text", () => {
      assert.doesNotMatch(text, /<i\b|&amp;/);
      assert.ok(text.includes("&#60;i onload=x&#62;&#38;amp;"));
    });

    it("runs nothing, is framed by nobody, and tells other sites nothing", () => {
      const policy = headers.get("content-security-policy") ?? "";
      assert.match(policy, /^default-src 'none'; /);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.match(policy, /form-action 'self'/);
      assert.match(policy, /require-trusted-types-for 'script'/);
      assert.doesNotMatch(policy, /unsafe|script-src|connect-src|\*/);
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.equal(headers.get("referrer-policy"), "same-origin");
      assert.equal(headers.get("cache-control"), "no-store");
    });

    it("has no script and no style of its own, so that it works under that policy", () => {
      assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
      assert.doesNotMatch(text, /<script(?! type="application\/json")|<style| style=/);
    });
  });
}

it("the stylesheet is there and is the same for everybody", async () => {
  const { status, headers, text } = await guest.open("/style.css");
  assert.equal(status, 200);
  assert.equal(headers.get("content-type"), "text/css");
  assert.equal(text, (await shopper.open("/style.css")).text);
});
