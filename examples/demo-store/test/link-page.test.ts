import assert from "node:assert/strict";
import { after, beforeEach, describe, it } from "node:test";
import { newSecret } from "@meetbot/sdk";
import { createBrowser, createSignedIn } from "./browser.ts";
import { startMeetbot } from "./meetbot.ts";
import { openShop } from "./open-shop.ts";

const meetbot = await startMeetbot({ after });
const identity = { botId: "bot_1", secret: newSecret() };
const store = await openShop({ identity, chat: { url: meetbot.url, botId: "bot_1" } });
after(() => store.close());

const yilia = "yilia@meetbot.biz";
const link = `${"Abc-_".repeat(8)}xyz`;
const path = `/link?meetbot_link=${link}`;
const confirmed = { status: 201, body: { code: "246810", expires_in: 300 } };
const linkedAlready = {
  status: 409,
  body: { error: { code: "already_linked" }, linked_at: "2026-11-24T08:00:00.000Z" },
};

describe("the link page", () => {
  beforeEach(() => {
    meetbot.told.length = 0;
    meetbot.answers.length = 0;
  });

  it("says whose orders are asked for, and tells Meetbot nothing before the button is pressed", async () => {
    const browser = await createSignedIn(store.url, yilia);
    const { status, text, headers } = await browser.open(path);
    assert.equal(status, 200);
    assert(text.includes("Yilia Chen (yilia@meetbot.biz)"));
    assert.match(text, /If somebody sent you this link, close this page/);
    assert.equal(headers.get("cache-control"), "no-store");
    assert.match(String(headers.get("content-security-policy")), /frame-ancestors 'none'/);
    assert.deepEqual(meetbot.told, []);
  });

  it("shows the digits to whoever is signed in, and vouches for nobody else", async () => {
    meetbot.answers.push(confirmed);
    const browser = await createSignedIn(store.url, yilia);
    const fields = { link, account: "emma.johnson@example.com", email: "emma.johnson@example.com" };
    const { status, text } = await browser.submit("/link", fields);
    assert.equal(status, 200);
    assert.match(text, /id="meetbot-code">246810</);
    const [told, ...others] = meetbot.told;
    assert.deepEqual(others, []);
    assert.deepEqual([told?.method, told?.path, told?.also], ["POST", "/chat/bot_1/links", false]);
    assert.partialDeepStrictEqual(told?.claims, { sub: yilia, aud: "bot_1", link });
  });

  it("has a guest sign in first, and come back", async () => {
    const browser = createBrowser(store.url);
    const { status, location } = await browser.open(path);
    assert.equal(status, 303);
    const back = new URL(location, store.url).searchParams.get("next") ?? "";
    const signedIn = await browser.submit("/login", { email: yilia, next: back });
    assert.equal(signedIn.location, path);
    assert.equal((await createBrowser(store.url).submit("/link", { link })).status, 410);
    assert.deepEqual(meetbot.told, []);
  });

  it("asks whether another chat is to be linked too, or in place of the first", async () => {
    const browser = await createSignedIn(store.url, yilia);
    meetbot.answers.push(linkedAlready, confirmed);
    const asked = await browser.submit("/link", { link });
    assert.equal(asked.status, 409);
    assert(asked.text.includes('name="also"') && asked.text.includes('name="instead"'));
    assert.match((await browser.submit("/link", { link, also: "yes" })).text, /246810/);
    assert.deepEqual(
      meetbot.told.map(({ also }) => also),
      [false, true],
    );

    meetbot.told.length = 0;
    meetbot.answers.push({ status: 200, body: { unlinked: 1 } }, confirmed);
    assert.match((await browser.submit("/link", { link, instead: "yes" })).text, /246810/);
    assert.deepEqual(
      meetbot.told.map(({ method, claims }) => [method, claims.unlink]),
      [
        ["DELETE", true],
        ["POST", undefined],
      ],
    );
  });

  it("says that a link is over, or that it did not work, and shows no digits", async () => {
    const browser = await createSignedIn(store.url, yilia);
    for (const odd of ["/link", "/link?meetbot_link=x", `${path}"><script>`]) {
      assert.equal((await browser.open(odd)).status, 410);
    }
    meetbot.answers.push({ status: 410, body: { error: { code: "link_over" } } });
    assert.equal((await browser.submit("/link", { link })).status, 410);
    assert.equal((await browser.submit("/link", { link })).status, 502);
  });

  it("takes no confirmation from another site's form", async () => {
    const browser = await createSignedIn(store.url, yilia);
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    assert.equal((await browser.submit("/link", { link }, foreign)).status, 403);
    assert.equal((await browser.submit("/unlink", {}, foreign)).status, 403);
    assert.deepEqual(meetbot.told, []);
  });

  it("unlinks from the account page", async () => {
    const browser = await createSignedIn(store.url, yilia);
    assert((await browser.open("/account")).text.includes('action="/unlink"'));
    meetbot.answers.push({ status: 200, body: { unlinked: 2 } });
    assert.match((await browser.submit("/unlink", {})).text, /No chat outside of this shop/);
    assert.partialDeepStrictEqual(meetbot.told[0]?.claims, { sub: yilia, unlink: true });
    assert.equal((await createBrowser(store.url).submit("/unlink", {})).status, 404);
  });
});

it("a shop without a bot has no link page", async () => {
  const alone = await openShop();
  after(() => alone.close());
  const browser = await createSignedIn(alone.url, yilia);
  assert.equal((await browser.open(path)).status, 404);
  assert.equal((await browser.submit("/link", { link })).status, 404);
});
