import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { startDemoStore } from "@meetbot/demo-store";
import { newSecret } from "@meetbot/sdk";
import { createBrowser, createSignedIn } from "./browser.ts";

const store = await startDemoStore({
  port: 0,
  signingSecret: newSecret(),
  databaseFile: ":memory:",
  today: "2026-11-24",
});
after(() => store.close());

const yilia = "yilia@meetbot.biz";
const sessionCookie = /^lantern_street_session=([\w-]{43}); HttpOnly; SameSite=Lax; Path=\/$/;

/** Headers a browser sends with a form of another page, newest browsers first. */
const foreign: Record<string, string>[] = [
  { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
  { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:1" },
  { "sec-fetch-site": "cross-site", origin: store.url },
  { origin: "https://evil.example" },
  { origin: "http://127.0.0.1:1" },
  { origin: "null" },
];

describe("the front page", () => {
  it("offers a guest to sign in as each shopper, without passwords, and the bot as a guest", async () => {
    const { text } = await createBrowser(store.url).open("/");
    for (const name of ["Yilia Chen", "王芳", "James O&#39;Brien"]) {
      assert.ok(text.includes(`>Sign in as ${name}</button>`), name);
    }
    assert.match(text, /<form method="post" action="\/login">/);
    assert.match(text, /no passwords/);
    assert.match(text, /npx meetbot chat/);
    assert.match(text, /You are a guest/);
  });

  it("tells a shopper who is signed in who they are, and asks for no signing in", async () => {
    const browser = await createSignedIn(store.url, yilia);
    const { text } = await browser.open("/?next=/orders/1042");
    assert.match(text, /<a href="\/account">Yilia Chen<\/a>/);
    assert.doesNotMatch(text, /guest|Sign in to see/);
  });
});

describe("signing in", () => {
  it("takes a known email, in any case, to the account page with a cookie no script reads", async () => {
    for (const email of [yilia, " Yilia@Meetbot.BIZ "]) {
      const browser = createBrowser(store.url);
      const { status, location, headers } = await browser.submit("/login", { email });
      assert.deepEqual([status, location], [303, "/account"]);
      assert.match(headers.get("set-cookie") ?? "", sessionCookie);
      assert.match((await browser.open("/account")).text, /Hello, Yilia Chen/);
    }
  });

  it("answers an unknown email, or none, with a 404 page and a way back", async () => {
    for (const fields of [{ email: "nobody@example.com" }, { email: "" }, {}]) {
      const { status, text, headers } = await createBrowser(store.url).submit("/login", fields);
      assert.equal(status, 404);
      assert.match(text, /<a href="\/">/);
      assert.equal(headers.get("set-cookie"), null);
    }
  });

  it("leaves a shopper signed in who then mistypes an email", async () => {
    const browser = await createSignedIn(store.url, yilia);
    await browser.submit("/login", { email: "nobody@example.com" });
    assert.equal((await browser.open("/account")).status, 200);
  });

  it("changes the session's id each time and ends the one before", async () => {
    const browser = await createSignedIn(store.url, yilia);
    const first = browser.cookie;
    await browser.submit("/login", { email: "wang.fang@example.com" });
    assert.notEqual(browser.cookie, first);
    assert.match((await browser.open("/account")).text, /王芳/);

    browser.cookie = first;
    assert.equal((await browser.open("/account")).status, 303);
  });

  it("takes over no id that somebody slipped into the browser before", async () => {
    const planted = `lantern_street_session=${"a".repeat(43)}`;
    const browser = createBrowser(store.url);
    browser.cookie = planted;
    await browser.submit("/login", { email: yilia });
    assert.notEqual(browser.cookie, planted);

    browser.cookie = planted;
    assert.equal((await browser.open("/account")).status, 303);
  });

  it("finds its cookie among those of other programs on this machine", async () => {
    const browser = await createSignedIn(store.url, yilia);
    browser.cookie = `theme=dark; old_${browser.cookie}x; ${browser.cookie}; last=1`;
    assert.equal((await browser.open("/account")).status, 200);
  });

  it("refuses a form from another site, another port or a page without origin", async () => {
    for (const headers of foreign) {
      const browser = createBrowser(store.url);
      const { status, headers: answered } = await browser.submit(
        "/login",
        { email: yilia },
        headers,
      );
      assert.equal(status, 403, JSON.stringify(headers));
      assert.equal(answered.get("set-cookie"), null);
    }
  });

  it("takes a form of its own pages, and of no page at all", async () => {
    for (const headers of [
      { "sec-fetch-site": "same-origin", origin: store.url },
      { "sec-fetch-site": "none" },
      { origin: store.url },
      {},
    ] as Record<string, string>[]) {
      const { status } = await createBrowser(store.url).submit("/login", { email: yilia }, headers);
      assert.equal(status, 303, JSON.stringify(headers));
    }
  });

  it("refuses a form of more than 4 KiB, and one that does not say how long it is", async () => {
    const browser = createBrowser(store.url);
    const long = await browser.submit("/login", { email: yilia, more: "x".repeat(4096) });
    assert.equal(long.status, 400);

    const body = new Blob([`email=${yilia}`]).stream();
    const init = { method: "POST", body, duplex: "half" } as const;
    assert.equal((await fetch(`${store.url}/login`, init)).status, 400);
  });
});

describe("signing out", () => {
  it("ends the session in the shop, not only in the browser", async () => {
    const browser = await createSignedIn(store.url, yilia);
    const ended = browser.cookie;
    const { status, location, headers } = await browser.submit("/logout", {});
    assert.deepEqual([status, location], [303, "/"]);
    assert.match(headers.get("set-cookie") ?? "", /^lantern_street_session=; Max-Age=0;/);

    browser.cookie = ended;
    assert.equal((await browser.open("/account")).status, 303);
  });

  it("is not done for a form from elsewhere", async () => {
    const browser = await createSignedIn(store.url, yilia);
    for (const headers of foreign) {
      assert.equal((await browser.submit("/logout", {}, headers)).status, 403);
    }
    assert.equal((await browser.open("/account")).status, 200);
  });

  it("is not done by opening a link", async () => {
    const browser = await createSignedIn(store.url, yilia);
    assert.equal((await browser.open("/logout")).status, 404);
    assert.equal((await browser.open("/account")).status, 200);
  });
});
