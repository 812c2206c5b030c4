import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { createBrowser, createSignedIn } from "./browser.ts";
import { openShop } from "./open-shop.ts";

const shop = await openShop();
after(() => shop.close());

const yilia = "yilia@meetbot.biz";

describe("a link into the shop", () => {
  it("opens it as a shopper, with a new session", async () => {
    const browser = createBrowser(shop.url);
    const { status, location, headers } = await browser.open(`/demo/visit?as=${yilia}`);
    assert.deepEqual([status, location], [303, "/"]);
    assert.match(
      headers.get("set-cookie") ?? "",
      /^lantern_street_session=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/$/,
    );
    assert.match((await browser.open("/account")).text, /Hello, Yilia Chen/);

    const first = browser.cookie;
    await browser.open("/demo/visit?as=ken.sato%40example.org");
    assert.match((await browser.open("/account")).text, /Hello, Ken Sato/);
    browser.cookie = first;
    assert.equal((await browser.open("/account")).status, 303);
  });

  it("opens it as a guest, and ends the session before", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    const ended = browser.cookie;
    const { status, location } = await browser.open("/demo/visit?as=guest");
    assert.deepEqual([status, location], [303, "/"]);
    assert.match((await browser.open("/")).text, /You are a guest/);
    browser.cookie = ended;
    assert.equal((await browser.open("/account")).status, 303);
  });

  it("opens it as nobody else, and leaves the session as it is", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    for (const query of ["", "?as=", "?as=nobody@example.com", "?as=__proto__", "?as=Guest"]) {
      const { status, headers } = await browser.open(`/demo/visit${query}`);
      assert.deepEqual([status, headers.get("set-cookie")], [404, null], query);
    }
    assert.equal((await browser.open("/account")).status, 200);
  });

  it("leads to the front page, whatever else it says, and tells other sites nothing", async () => {
    for (const more of ["next=//evil.example", "next=/account", "as=//evil.example"]) {
      const browser = createBrowser(shop.url);
      const { location, headers } = await browser.open(`/demo/visit?as=${yilia}&${more}`);
      assert.equal(location, "/", more);
      assert.equal(headers.get("referrer-policy"), "same-origin");
      assert.equal(headers.get("cache-control"), "no-store");
    }
  });
});
